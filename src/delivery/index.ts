export { type Delivery, type DeliveryLog, type DeliveryMetrics, type DeliveryOptions, startDelivery } from './engine.ts'
