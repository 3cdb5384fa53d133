"""moto's server with a bucket `ghosthands`; says its port, and ends with its input."""
import logging, sys

import boto3
from moto.server import ThreadedMotoServer

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
port = server.get_host_and_port()[1]
client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1",
                      aws_access_key_id="id", aws_secret_access_key="secret")
client.create_bucket(Bucket="ghosthands")
print(port, flush=True)
sys.stdin.read()
