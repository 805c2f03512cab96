"""Says of each webhook, a line of JSON with secret, fields and body, whether it verifies by the public library."""

import json
import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

for line in sys.stdin:
    webhook = json.loads(line)
    try:
        Webhook(webhook["secret"]).verify(webhook["body"], webhook["fields"])
        print("verified")
    except WebhookVerificationError as refused:
        print(f"refused: {refused}")
