import { readFileSync } from "node:fs";
import { TicketFromJSON } from "./client/index";

const ticket = TicketFromJSON(JSON.parse(readFileSync(process.argv[2]!, "utf8")));
const state: string = ticket.state;
if (state !== "PARKED" || ticket.workItems.length !== 1) {
  throw new Error(`read ${state}`);
}
