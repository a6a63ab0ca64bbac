// Loaded before a measured program: leaves the most memory that it held, in KiB, in the file that PEAK_MEMORY names.
const { writeFileSync } = require("node:fs");
const file = process.env.PEAK_MEMORY;
if (file !== undefined) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
