import { readFileSync } from "node:fs";
import type { components } from "./remit.js";

const ticket = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as components["schemas"]["Ticket"];
const state: string = ticket.state;
if (state !== "PARKED" || ticket.workItems.length !== 1) {
  throw new Error(`read ${state}`);
}
