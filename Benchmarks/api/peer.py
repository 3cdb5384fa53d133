"""The two routes of the benchmark as a person would write them with FastAPI and asyncpg: same checks, same row, same key."""
import json, os, uuid
from contextlib import asynccontextmanager
from typing import Any, Literal, Optional

import asyncpg
from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, HttpUrl

KEY = os.environ["GH_SERVICE_KEY"]
pool: asyncpg.Pool


@asynccontextmanager
async def lifespan(app):
    global pool
    host, database = os.environ["PEER_PGHOST"], os.environ.get("PEER_PGDATABASE", "postgres")
    pool = await asyncpg.create_pool(host=host, user="postgres", database=database, min_size=10, max_size=10)
    yield
    await pool.close()


app = FastAPI(lifespan=lifespan)


async def authorised(x_gh_service_key: Optional[str] = Header(None)):
    if x_gh_service_key != KEY: raise HTTPException(401, "unauthorized")


class Location(BaseModel):
    city: Optional[str] = Field(None, max_length=200)
    state: Optional[str] = Field(None, max_length=200)
    country: Optional[str] = Field(None, max_length=200)
    zip: Optional[str] = Field(None, max_length=20)


class Profile(BaseModel):
    model_config = ConfigDict(extra="allow")
    first_name: str = Field(min_length=1, max_length=200)
    last_name: str = Field(min_length=1, max_length=200)
    email: str = Field(max_length=320)
    phone: Optional[str] = Field(None, max_length=50)
    location: Optional[Location] = None
    skills: list[str] = []


class Apply(BaseModel):
    valet_task_id: str = Field(min_length=1, max_length=255)
    valet_user_id: uuid.UUID
    target_url: HttpUrl
    platform: Optional[str] = Field(None, max_length=50)
    callback_url: Optional[HttpUrl] = None
    profile: Profile
    resume: Optional[dict[str, Any]] = None
    qa_answers: dict[str, str] = {}
    quality: Literal["speed", "balanced", "quality"] = "balanced"
    priority: int = Field(5, ge=1, le=10)
    timeout_seconds: int = Field(300, ge=30, le=1800)
    idempotency_key: Optional[str] = Field(None, max_length=255)
    metadata: dict[str, Any] = {}


INSERT = """
insert into gh_automation_jobs (request_hash, idempotency_key, user_id, valet_task_id, job_type, target_url,
    task_description, input_data, priority, effective_priority, timeout_seconds, callback_url, metadata, expires_at)
values ('peer', $1, $2, $3, 'apply', $4, $5, $6::jsonb, $7, $7, $8, $9, $10::jsonb, now() + interval '1 day')
on conflict (idempotency_key) do nothing returning id, status, created_at
"""


@app.post("/api/v1/gh/valet/apply", dependencies=[Depends(authorised)])
async def apply(body: Apply):
    data = {"profile": body.profile.model_dump(), "qa_answers": body.qa_answers, "platform": body.platform}
    row = await pool.fetchrow(
        INSERT, body.idempotency_key, body.valet_user_id, body.valet_task_id, str(body.target_url), "Apply",
        json.dumps(data), body.priority, body.timeout_seconds, str(body.callback_url) if body.callback_url else None,
        json.dumps({**body.metadata, "quality_preset": body.quality}))
    if row is None: raise HTTPException(409, "duplicate_idempotency_key")
    return JSONResponse({"job_id": str(row["id"]), "valet_task_id": body.valet_task_id, "status": row["status"],
                         "created_at": row["created_at"].isoformat()}, 201)


@app.get("/api/v1/gh/valet/status/{job_id}", dependencies=[Depends(authorised)])
async def status(job_id: uuid.UUID):
    row = await pool.fetchrow("select * from gh_automation_jobs where id = $1", job_id)
    if row is None: raise HTTPException(404, "not_found")
    metadata = json.loads(row["metadata"] or "{}")
    when = lambda name: row[name].isoformat() if row[name] else None
    return {"job_id": str(row["id"]), "valet_task_id": row["valet_task_id"], "status": row["status"],
            "status_message": row["status_message"], "progress": metadata.get("progress"),
            "result": json.loads(row["result_data"]) if row["result_data"] else None,
            "error": {"code": row["error_code"], "details": json.loads(row["error_details"] or "null")}
            if row["error_code"] else None,
            "timestamps": {"created_at": when("created_at"), "started_at": when("started_at"),
                           "completed_at": when("completed_at"), "updated_at": when("updated_at")}}
