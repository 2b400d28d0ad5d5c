export interface City {
  name: string;
  state: string;
  /** The first three digits of its ZIPs. */
  zip3: string;
  areaCode: string;
}

/** One line a city: name, state, first three digits of its ZIPs, area code. Every area code comes once. */
const LINES = `
Boston MA 021 617|Worcester MA 016 508|Springfield MA 011 413|Providence RI 029 401|Hartford CT 061 860
New Haven CT 065 203|Newark NJ 071 973|Jersey City NJ 073 201|Trenton NJ 086 609|Camden NJ 081 856
Portland ME 041 207|Manchester NH 031 603|Burlington VT 054 802|New York NY 100 212|Brooklyn NY 112 718
Albany NY 122 518|Buffalo NY 142 716|Rochester NY 146 585|Syracuse NY 132 315|Philadelphia PA 191 215
Pittsburgh PA 152 412|Allentown PA 181 610|Wilmington DE 198 302|Baltimore MD 212 410|Washington DC 200 202
Richmond VA 232 804|Norfolk VA 235 757|Roanoke VA 240 540|Charleston WV 253 304|Charlotte NC 282 704
Raleigh NC 276 919|Greensboro NC 274 336|Columbia SC 292 803|Charleston SC 294 843|Atlanta GA 303 404
Savannah GA 314 912|Augusta GA 309 706|Jacksonville FL 322 904|Miami FL 331 305|Orlando FL 328 407
Tampa FL 336 813|Tallahassee FL 323 850|Birmingham AL 352 205|Mobile AL 366 251|Jackson MS 392 601
Memphis TN 381 901|Nashville TN 372 615|Knoxville TN 379 865|Louisville KY 402 502|Lexington KY 405 859
Columbus OH 432 614|Cleveland OH 441 216|Cincinnati OH 452 513|Toledo OH 436 419|Indianapolis IN 462 317
Gary IN 464 219|Detroit MI 482 313|Grand Rapids MI 495 616|Lansing MI 489 517|Milwaukee WI 532 414
Madison WI 537 608|Chicago IL 606 312|Peoria IL 616 309|Springfield IL 627 217|Minneapolis MN 554 612
Duluth MN 558 218|Des Moines IA 503 515|Cedar Rapids IA 524 319|Kansas City MO 641 816|Columbia MO 652 573
Omaha NE 681 402|Wichita KS 672 316|Topeka KS 666 785|Fargo ND 581 701|Sioux Falls SD 571 605
Tulsa OK 741 918|Oklahoma City OK 731 405|Little Rock AR 722 501|New Orleans LA 701 504|Baton Rouge LA 708 225
Houston TX 770 832|Dallas TX 752 214|Austin TX 787 512|San Antonio TX 782 210|El Paso TX 799 915
Lubbock TX 794 806|Denver CO 802 303|Colorado Springs CO 809 719|Cheyenne WY 820 307|Billings MT 591 406
Boise ID 837 208|Salt Lake City UT 841 801|Las Vegas NV 891 702|Reno NV 895 775|Phoenix AZ 850 602
Tucson AZ 857 520|Albuquerque NM 871 505|Los Angeles CA 900 213|San Diego CA 921 619|San Francisco CA 941 415
Sacramento CA 958 916|Fresno CA 937 559|San Jose CA 951 408|Portland OR 972 503|Eugene OR 974 541
Seattle WA 981 206|Spokane WA 992 509|Tacoma WA 984 253|Anchorage AK 995 907|Honolulu HI 968 808
`;

export const CITIES: readonly City[] = LINES.trim()
  .split(/[|\n]/)
  .map((line) => {
    const words = line.split(" ");
    const [state = "", zip3 = "", areaCode = ""] = words.splice(-3);
    return { name: words.join(" "), state, zip3, areaCode };
  });

/** Spelled out where an export does not abbreviate. */
export const STATE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida
GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland
MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire
NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania
RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington
WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia`
    .split(/[|\n]/)
    .map((line) => [line.slice(0, 2), line.slice(3)]),
);
