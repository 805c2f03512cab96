"""Pulls what may be invoiced, as docs/clients.md tells."""
import json
import os
import urllib.parse
import urllib.request

import remit_client
from remit_client.api.finance_api import FinanceApi


def token() -> str:
    form = {
        "grant_type": "client_credentials",
        "client_id": os.environ["REMIT_CLIENT"],
        "client_secret": os.environ["REMIT_SECRET"],
    }
    with urllib.request.urlopen(os.environ["REMIT_TOKEN_URL"], urllib.parse.urlencode(form).encode()) as answer:
        return json.load(answer)["access_token"]


remit = FinanceApi(
    remit_client.ApiClient(
        remit_client.Configuration(host=os.environ.get("REMIT_URL", "http://localhost:8080"), access_token=token())
    )
)
after = 0
while items := remit.read_finance_feed(after=after, limit=200).items:
    for item in items:
        billed = item.extra.billed
        print(item.position, item.extra.client_code, item.extra.kind, billed and billed.amount, item.extra.arithmetic)
        after = item.position
