import { describe, expect, it } from "vitest";
import type { Sighting } from "../../../core/sightings/sighting.js";
import { foldSnapshots, joinSnapshot } from "../../../core/snapshots/fold-snapshots.js";

const sighted = (seq: number, figures: Sighting["figures"], rest: Partial<Sighting> = {}): Sighting => ({
  _id: `${seq}@mia`,
  seq,
  key: "@mia",
  brandId: "glow",
  source: "euka",
  window: "lifetime",
  asOf: "2026-01-01",
  line: 2,
  fields: {},
  figures,
  rev: 1,
  ...rest,
});
const at = (value: number, line = 2) => ({ value, line });

describe("foldSnapshots", () => {
  it("makes one snapshot for each brand, source, window and day", () => {
    const days = ["2026-01-01", "2026-01-02", "2026-01-02"].map((asOf, place) =>
      sighted(place + 1, { gmvCents: at(100 * place) }, { asOf }),
    );
    const ids = foldSnapshots("c1", [...days, sighted(4, { gmvCents: at(1) }, { brandId: "rosy" })]).map(
      ({ _id }) => _id,
    );
    expect(ids).toEqual([
      "c1:glow:euka:lifetime:2026-01-01",
      "c1:glow:euka:lifetime:2026-01-02",
      "c1:rosy:euka:lifetime:2026-01-01",
    ]);
  });

  it("makes none where no figure is given", () => {
    expect(foldSnapshots("c1", [sighted(1, {})])).toEqual([]);
  });

  it("takes each figure of a snapshot from the highest import that has it", () => {
    const sightings = [sighted(2, { gmvCents: at(200) }), sighted(1, { gmvCents: at(100), followers: at(7) })];
    const [snapshot] = foldSnapshots("c1", sightings);
    expect(snapshot?.figures).toEqual({
      gmvCents: { value: 200, seq: 2, line: 2 },
      followers: { value: 7, seq: 1, line: 2 },
    });
  });

  it("does not depend on the order of sightings", () => {
    const sightings = [
      sighted(1, { gmvCents: at(100, 4) }, { key: "@mia" }),
      sighted(1, { gmvCents: at(300, 9) }, { key: "#71" }),
      sighted(2, { followers: at(5) }),
    ];
    expect(foldSnapshots("c1", [...sightings].reverse())).toEqual(foldSnapshots("c1", sightings));
  });
});

describe("joinSnapshot", () => {
  it("changes nothing when the same is said again", () => {
    const [snapshot] = foldSnapshots("c1", [sighted(1, { gmvCents: at(100) })]);
    if (snapshot === undefined) expect.fail("one snapshot");
    expect(joinSnapshot(snapshot, snapshot)).toEqual(snapshot);
  });
});
