import type { Scale } from "../../src/schema/scales.gen.js";

/** The scale of Anytown's return; 0 is the worst. */
export const zeroToThree: Scale = {
  id: "zero-to-three",
  title: "0 to 3",
  note: "Here 0 is the worst.",
  values: [
    { value: 0, title: "0: nothing in place", rating: "not-met", exact: true },
    { value: 1, title: "1: a start", rating: "partly-met", exact: false },
    { value: 2, title: "2: mostly", rating: "partly-met", exact: false },
    { value: 3, title: "3: in place", rating: "met", exact: true },
  ],
};

/** A scale on which 0 is no score at all. */
export const oneToThree: Scale = {
  id: "one-to-three",
  title: "1 to 3",
  values: [
    { value: 0, title: "0: not applicable", rating: "not-applicable", exact: true },
    { value: 1, title: "1: no", rating: "not-met", exact: true },
    { value: 2, title: "2: partly", rating: "partly-met", exact: true },
    { value: 3, title: "3: yes", rating: "met", exact: true },
  ],
};

/** A scale of words, without one for not applicable. */
export const grades: Scale = {
  id: "grades",
  title: "Grades",
  values: [
    { value: "inadequate", title: "Inadequate", rating: "not-met", exact: true },
    { value: "requires-improvement", title: "Requires improvement", rating: "partly-met", exact: true },
    { value: "good", title: "Good", rating: "met", exact: false },
    { value: "outstanding", title: "Outstanding", rating: "met", exact: false },
  ],
};
