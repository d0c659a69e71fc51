/** The words for verifications, by the words of the API. */
export const verifications = {
  types: {
    enhanced_identity_verification: 'Enhanced Identity Verification',
    us_criminal_record_check: 'US Criminal Record Check',
    motor_vehicle_record: 'Motor Vehicle Record report',
    panel_drug: 'Panel drug test',
  },
  statuses: { started: 'started', cancelled: 'cancelled', in_progress: 'in progress', completed: 'completed' },
  results: { pending: 'pending', verified: 'verified', rejected: 'rejected' },
}
