export type {
  CombinedRule,
  LexiconFile as Lexicon,
  Statement,
  StatementExample,
  StatementRule,
  SupersededTerm,
} from "../schema/lexicon.gen.js";
