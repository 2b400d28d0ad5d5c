export { readSegmentName } from "./check-segments.js";
export { lookAtSegments } from "./look-at-segments.js";
export { membershipModel } from "./membership-model.js";
export {
  type ActingOnSegments,
  checkSegmentToSave,
  findSegment,
  listSegments,
  mayChangeSegment,
  removeSegment,
  saveSegment,
} from "./save-segment.js";
export type { Segment } from "./segment.js";
export { type SegmentChanges, type SegmentMember, segmentChanges } from "./segment-changes.js";
export { segmentQueries } from "./segment-queries.js";
export { type Digest, type SentDigests, sendDigests } from "./send-digests.js";
export { type DigestPlace, listSubscriptions, subscribe, unsubscribe } from "./subscribe.js";
export { PACES, type Pace, type Subscription } from "./subscription.js";
export { subscriptionModel } from "./subscription-model.js";
