import type { DocumentText } from "../../model/document.js";

/** A document that cannot be read, and why: a whole sentence. */
export interface Unreadable {
  readonly unreadable: string;
}

export function isUnreadable(reading: DocumentText | Unreadable): reading is Unreadable {
  return "unreadable" in reading;
}
