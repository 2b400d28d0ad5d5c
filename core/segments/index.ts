export { readSegmentName } from "./check-segments.js";
export { lookAtSegments } from "./look-at-segments.js";
export {
  checkSegmentToSave,
  findSegment,
  listSegments,
  mayChangeSegment,
  removeSegment,
  saveSegment,
} from "./save-segment.js";
export type { Segment } from "./segment.js";
export { type SegmentChanges, segmentChanges } from "./segment-changes.js";
export { segmentQueries } from "./segment-queries.js";
export { sendDigests } from "./send-digests.js";
export { type DigestPlace, listSubscriptions, subscribe, unsubscribe } from "./subscribe.js";
export { PACES, type Pace, type Subscription } from "./subscription.js";
