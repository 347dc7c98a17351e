-- What was applied is forgotten after a while, oldest first.
CREATE INDEX inbox_applied ON webhook_inbox (applied_at) WHERE verdict = 'applied';
