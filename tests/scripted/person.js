// A person who answers every question of a walk without thinking: keeps an answer that is there, else rates in turn.
const ratings = ["m", "p", "n", "a"];

/** `asked` is called at each question, with what it is answered. */
export function createPerson(asked = () => undefined) {
  let rated = 0;
  const answer = async (value) => {
    asked(value);
    return value;
  };
  const choose = ({ choices, initial }) => {
    const keys = new Map(choices.map((choice) => [choice.key, choice.value]));
    if (keys.has("k")) return keys.get("k");
    if (keys.has("?")) return keys.get(ratings[rated++ % ratings.length]);
    for (const key of ["d", "f", "y"]) if (keys.has(key)) return keys.get(key);
    return initial ?? choices[0].value;
  };
  return {
    manual: [],
    show: () => undefined,
    wait: (work) => work,
    choose: (menu) => answer(choose(menu)),
    chooseSeveral: ({ choices }) => answer([choices[0].value]),
    askText: ({ initial }) => answer(initial ?? "We said so at our meeting: it is # written down, [as] {agreed}."),
    askPath: () => answer("policies/safeguarding.md"),
    close: () => undefined,
  };
}
