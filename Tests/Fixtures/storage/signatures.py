"""Signs what it is told, a request a line as JSON, as botocore does; says the signature and, for links, the query."""
import datetime, json, sys
from urllib.parse import quote, urlsplit

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

for line in sys.stdin:
    wanted = json.loads(line)
    moment = datetime.datetime.fromtimestamp(wanted["time"], datetime.timezone.utc)
    botocore.auth.get_current_datetime = lambda *_, **__: moment
    credentials = Credentials(wanted["id"], wanted["secret"], wanted.get("token"))
    query = "&".join(f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}" for name, value in wanted["query"])
    url = f"https://{wanted['host']}{quote(wanted['path'], safe='/~')}" + ("?" + query if query else "")
    request = AWSRequest(method=wanted["method"], url=url, data=wanted["body"].encode())
    for name, value in wanted["headers"]: request.headers[name] = value
    if wanted["expires"]:
        request.data = ""
        signer = botocore.auth.S3SigV4QueryAuth(credentials, "s3", wanted["region"], expires=wanted["expires"])
        signer.add_auth(request)
        print(request.url.rsplit("X-Amz-Signature=", 1)[1], flush=True)
    else:
        botocore.auth.S3SigV4Auth(credentials, "s3", wanted["region"]).add_auth(request)
        print(request.headers["Authorization"], flush=True)
