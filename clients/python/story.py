"""The office move of the README, by the generated client: from the ticket to the acknowledged batch."""
import os
import time
from pathlib import Path

import remit_client as remit
from remit_client import api

FILES = Path(os.environ["REMIT_STORY"])
NEW_YORK_THURSDAY = "2026-06-25T18:00:00Z"


def client(who: str) -> remit.ApiClient:
    token = os.environ["TOKEN_" + who.upper().replace("-", "_")]
    return remit.ApiClient(remit.Configuration(host=os.environ["REMIT_URL"], access_token=token))


owner, desk, partner, finance = client("owner"), client("desk"), client("partner"), client("finance")
psa, puller = client("psa-sync"), client("finance-pull")


def now(instant: str) -> None:
    move = remit.ClockMove.from_dict({"now": instant})
    remit.ContractsSandboxApi(owner).contracts_move_sandbox_clock(move)
    remit.TicketsSandboxApi(owner).tickets_move_sandbox_clock(move)
    remit.BillingSandboxApi(owner).billing_move_sandbox_clock(move)


def ticket(file: str) -> remit.Receipt:
    snapshot = remit.TicketSnapshot.from_json((FILES / file).read_text())
    return remit.TicketsApi(psa).sync_ticket("cw", "70124", snapshot)


def worked(file: str, key: str) -> None:
    entry = remit.TimeEntrySnapshot.from_json((FILES / file).read_text())
    remit.WorklogApi(psa).sync_time_entry("cw", key, entry)


def until(ask):
    for _ in range(300):
        if found := ask():
            return found
        time.sleep(0.1)
    raise TimeoutError(ask)


now(NEW_YORK_THURSDAY)
id = ticket("1-received.json").id
item = until(lambda: next((i for i in remit.TicketsApi(desk).get_ticket(id).work_items if i.ruling), None))
print(item.ruling.verdict, item.ruling.clause.id)

now("2026-06-25T19:00:00Z")
quotes = remit.QuotesApi(desk)
quote = until(lambda: next(iter(quotes.list_quotes(ticket_id=id).items), None))
etag = quotes.get_quote_with_http_info(quote.id).headers["ETag"]
change = {
    "summary": "Two technicians on Saturday",
    "lines": [{"what": "8:00 to 17:00", "workType": "ONSITE", "siteCode": "broad-street", "start": "2026-06-27T12:00:00Z",
               "minutes": 540, "technicians": 2, "travel": True}],
    "cap": {"amount": "4000.00", "currency": "USD"},
    "confirmCapBelowEstimate": True,
    "expiresAt": "2026-07-02T21:30:00Z",
    "approverEmail": "eleanor.whitfield@whitfield-crane.example",
}
quotes.change_quote(quote.id, etag, remit.QuoteChange.from_dict(change))
quotes.send_quote(quote.id, f"send-{quote.id}")

now("2026-06-25T19:30:00Z")
ticket("2-answered.json")
now("2026-06-26T14:00:00Z")
approval = remit.QuoteApproval.from_dict({"typedName": "Eleanor Whitfield"})
print(remit.QuotesApi(partner).approve_quote(quote.id, f"yes-{quote.id}", approval).status)

now("2026-06-27T21:15:00Z")
ticket("3-resolved.json")
worked("time-dana.json", "70124-1")
worked("time-miguel.json", "70124-2")
extras = remit.ExtrasApi(finance)
until(lambda: len(extras.list_extras(ticket_id=id).items) == 4)

now("2026-06-29T13:00:00Z")
money = remit.FinanceApi(finance)
money.create_cut_off("june-28", remit.CutOffRequest.from_dict({"through": "2026-06-28"}))
for line in remit.FinanceApi(puller).read_finance_feed(after=0).items:
    print(line.position, line.extra.billed.amount, line.extra.arithmetic)
batch = money.create_export_batch("batch-june-28", remit.ExportBatchRequest.from_dict({}))
print(len(remit.FinanceApi(puller).download_export_batch(batch.number).splitlines()), "lines of CSV")
receipt = remit.BatchAcknowledgementRequest.from_dict({"reference": "INV-1001"})
print(remit.FinanceApi(puller).acknowledge_export_batch(batch.number, receipt).acknowledgement.reference)
