-- What Retell has told of a call, fact by fact, so that events merge the same in any order.
ALTER TABLE calllog ADD COLUMN record TEXT;
ALTER TABLE calllog DROP COLUMN known;
