export { lookAtSegments } from "./look-at-segments.js";
export { membershipModel } from "./membership-model.js";
export {
  type ActingOnSegments,
  findSegment,
  listSegments,
  removeSegment,
  saveSegment,
} from "./save-segment.js";
export type { Segment } from "./segment.js";
export { type SegmentChanges, type SegmentMember, segmentChanges } from "./segment-changes.js";
export { segmentQueries } from "./segment-queries.js";
