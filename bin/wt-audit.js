#!/usr/bin/env node
import { main } from "../dist/cli.js";
import { createHost } from "../dist/node-host.js";

process.exitCode = await main(process.argv.slice(2), createHost(process));
