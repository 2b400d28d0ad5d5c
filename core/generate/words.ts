/** A list with at least one word in it. */
export type Words = readonly [string, ...string[]];

function split(text: string, by: RegExp): Words {
  const [first = "", ...others] = text.trim().split(by);
  return [first, ...others];
}

function words(text: string): Words {
  return split(text, /\s+/);
}

/** No name lies within another one of its list: a stranger's name is never a part of the creator's own. */
export const FIRST_NAMES = words(`
  María José Sofía Chloé Renée André Zoë François Lucía Olivia Emma Ava Charlotte Amelia Harper Evelyn Abigail
  Emily Ella Madison Scarlett Victoria Grace Camila Penelope Riley Layla Lillian Nora Aubrey Hannah Lily Addison
  Eleanor Natalie Luna Brooklyn Leah Hazel Paisley Audrey Skylar Violet Claire Aurora Lucy Samantha Caroline
  Genesis Kennedy Kinsley Allison Maya Liam Noah Ethan Mason Logan Lucas Jackson Aiden Oliver Jacob Elijah
  Alexander James Benjamin Luke Michael Owen Daniel Carter Gabriel Henry Matthew Wyatt Caleb Jayden Nathan Ryan
  Isaac Keisha Tyrone Latoya Darnell Priya Arjun Mei Hiroshi Yuki Fatima
`);

export const LAST_NAMES = words(`
  Martínez García Rodríguez Hernández López González Pérez Sánchez Muñoz Núñez Ramírez Díaz Gutiérrez Müller
  Françoso Smith Johnson Williams Brown Jones Miller Davis Wilson Taylor Thomas Moore Jackson Thompson White
  Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson
  Baker Campbell Mitchell Carter Roberts Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers
  Morgan Peterson Cooper Reed Bailey Gomez Kelly Howard Cox Richardson Watson Brooks Wood Bennett Gray O'Brien
  Smythe-Jordan Patel Kaur Chen Kim Tanaka Okafor Mensah Haddad
`);

export const HANDLE_WORDS = words("glow beauty skin style daily shop vibe home fit finds life looks curls nails");

export const STREETS = words(`
  Maple Oak Cedar Pine Elm Walnut Chestnut Willow Birch Magnolia Juniper Sycamore Hickory Dogwood Laurel Poplar
  Lincoln Madison Jefferson Franklin Monroe Harrison Lakeview Hillcrest Meadow Orchard Prospect Sunset Valley
  Washington
`);

export const STREET_KINDS = words("St Ave Rd Dr Ln Blvd Ct Way");

/** Reserved for examples: no message that strays can reach anybody. */
export const EMAIL_DOMAINS = words(`
  example.com example.net example.org mail.example inbox.example studio.example post.example
`);

/** A street, a city and a country in one cell; the second one is in capitals, not in broken letters. */
export const FOREIGN_ADDRESSES = split(
  `10 Rue de Rivoli, 75004 Paris, France
Avenida Paulista 1578, SÃO PAULO, Brazil
221 Baker Street, London NW1 6XE, United Kingdom
88 Queen Street West, Toronto, ON M5H 2N2, Canada
Friedrichstraße 43, 10117 Berlin, Germany
Calle de Alcalá 25, 28014 Madrid, Spain`,
  /\n/,
);

export const PRODUCT_ADJECTIVES = words(`
  Glow Velvet Dewy Matte Hydrating Brightening Calming Overnight Vegan Pocket Silky Botanical Repair Daily Coconut Rose
`);

export const PRODUCT_NOUNS = split(
  "Serum|Lip Oil|Face Mask|Body Butter|Hair Mist|Eye Cream|Cleanser|Sunscreen SPF 50|Blush Stick|Brow Gel|Toner Pads|Candle",
  /\|/,
);

export const PRODUCT_CATEGORIES = split("Beauty & Personal Care|Skincare|Makeup|Haircare|Home Supplies", /\|/);

export const PRODUCT_KINDS = split("Default|30 ml|50 ml, 2-pack|Rose / M|Travel size", /\|/);

/** With what a title in the wild brings: quotes, commas, emoji, a line break. */
export const VIDEO_TITLES = split(
  `my honest review #tiktokshop|GRWM with the viral set ✨|"best purchase this year", no joke|unboxing, part 2 🎁|restock day
link below|3 reasons I switched|dupe or dope? 😳|before / after, 14 days|run don't walk!!|what I ordered vs. what I got`,
  /\|/,
);
