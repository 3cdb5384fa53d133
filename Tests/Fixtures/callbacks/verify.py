"""Verifies callbacks by the package `standardwebhooks`: standard input has {"secrets": […], "callbacks": [{"headers", "body"}…]}.

Prints a line for each callback: a 1 or 0 for each secret, and the status that is told."""
import json, sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError


def takes(secret, callback):
    try: Webhook(secret).verify(callback["body"], callback["headers"])
    except WebhookVerificationError: return "0"
    return "1"


given = json.load(sys.stdin)
for one in given["callbacks"]:
    print("".join(takes(secret, one) for secret in given["secrets"]), json.loads(one["body"])["status"])
