"""Reads a ticket whose state this version does not know."""
import pathlib
import sys

from remit_client.models.ticket import Ticket

ticket = Ticket.from_json(pathlib.Path(sys.argv[1]).read_text())
assert ticket.state == "PARKED" and len(ticket.work_items) == 1, ticket
