import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** The number in E.164 form, or null; national forms are read as United States numbers. */
export function toE164(text: string): string | null {
  const number = parsePhoneNumberFromString(text.trim(), "US");
  return number?.isPossible() ? number.number : null;
}
