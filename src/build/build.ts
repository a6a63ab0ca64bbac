import { bundle } from "./bundle.js";
import { compileChecklists } from "./compile-checklists.js";
import { compileValidators } from "./compile-validators.js";

await compileValidators();
await compileChecklists();
await bundle();
