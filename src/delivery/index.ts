export { type Delivery, type DeliveryMetrics, type DeliveryOptions, startDelivery } from './engine.ts'
