-- Of which trace the request was that a callback tells of (W3C Trace Context): it is told to the receiver.
alter table gh_callback_outbox add column if not exists traceparent text;
