/**
 * States, the district, territories and military post of the US: code, name, and the first three digits of their ZIP
 * codes, as the Postal Service assigns them (Domestic Mail Manual, labeling list L002).
 */
const STATES = `
AL Alabama 350-369
AK Alaska 995-999
AZ Arizona 850-865
AR Arkansas 716-729
CA California 900-961
CO Colorado 800-816
CT Connecticut 060-069
DE Delaware 197-199
DC District of Columbia 200-205
FL Florida 320-349
GA Georgia 300-319 398-399
HI Hawaii 967-968
ID Idaho 832-838
IL Illinois 600-629
IN Indiana 460-479
IA Iowa 500-528
KS Kansas 660-679
KY Kentucky 400-427
LA Louisiana 700-714
ME Maine 039-049
MD Maryland 206-219
MA Massachusetts 010-027 055-055
MI Michigan 480-499
MN Minnesota 550-567
MS Mississippi 386-397
MO Missouri 630-658
MT Montana 590-599
NE Nebraska 680-693
NV Nevada 889-898
NH New Hampshire 030-038
NJ New Jersey 070-089
NM New Mexico 870-884
NY New York 005-005 063-063 100-149
NC North Carolina 270-289
ND North Dakota 580-588
OH Ohio 430-459
OK Oklahoma 730-749
OR Oregon 970-979
PA Pennsylvania 150-196
RI Rhode Island 028-029
SC South Carolina 290-299
SD South Dakota 570-577
TN Tennessee 370-385
TX Texas 750-799 885-885
UT Utah 840-847
VT Vermont 050-054 056-059
VA Virginia 201-201 220-246
WA Washington 980-994
WV West Virginia 247-268
WI Wisconsin 530-549
WY Wyoming 820-831
AS American Samoa 967-967
GU Guam 969-969
MP Northern Mariana Islands 969-969
PR Puerto Rico 006-007 009-009
VI Virgin Islands 008-008
AA Armed Forces Americas 340-340
AE Armed Forces Europe 090-098
AP Armed Forces Pacific 962-966
`;
const LINE = /^([A-Z]{2}) (\D+?) ([\d -]+)$/;

const codes = new Map<string, string>([["d.c.", "DC"]]);
const zipRanges = new Map<string, (readonly [number, number])[]>();

for (const line of STATES.trim().split("\n")) {
  const [, code = "", name = "", ranges = ""] = LINE.exec(line) ?? [];
  codes.set(code.toLowerCase(), code).set(name.toLowerCase(), code);
  zipRanges.set(
    code,
    ranges.split(" ").map((range) => [Number(range.slice(0, 3)), Number(range.slice(4))] as const),
  );
}

/** The two-letter code of a US state's code or name, or `undefined` for anything else. */
export function stateCodeOf(text: string): string | undefined {
  return codes.get(text.trim().toLowerCase());
}

/** Whether a ZIP code of five digits or more lies in the state, given by its code. */
export function zipFitsState(zip: string, state: string): boolean {
  const start = Number(zip.slice(0, 3));
  return zipRanges.get(state)?.some(([from, to]) => start >= from && start <= to) === true;
}
