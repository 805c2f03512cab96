--liquibase formatted sql

--changeset kit:sandbox-clock
CREATE TABLE sandbox_clock (
    tenant_id BINARY(16) NOT NULL PRIMARY KEY,
    now_at DATETIME(6) NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sandbox_clock TO '${appUser}'@'%';

--changeset kit:idempotency-key
CREATE TABLE idempotency_key (
    tenant_id BINARY(16) NOT NULL,
    operation VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    idem_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    request_digest BINARY(32) NOT NULL,
    status SMALLINT NULL,
    location VARCHAR(500) NULL,
    etag VARCHAR(100) NULL,
    body LONGBLOB NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, operation, idem_key),
    INDEX ix_idempotency_key_by_age (created_at)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO '${appUser}'@'%';

--changeset kit:outbox
CREATE TABLE outbox (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    position BIGINT NULL,
    tenant_id BINARY(16) NOT NULL,
    tenant_position BIGINT NULL,
    type VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    subject_id BINARY(16) NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    sequenced_at DATETIME(6) NULL,
    payload LONGBLOB NOT NULL,
    CONSTRAINT uq_outbox_by_position UNIQUE (position),
    CONSTRAINT uq_outbox_by_tenant UNIQUE (tenant_id, tenant_position),
    INDEX ix_outbox_by_age (sequenced_at)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO '${appUser}'@'%';

--changeset kit:feed-head
CREATE TABLE feed_head (
    id TINYINT NOT NULL PRIMARY KEY,
    head BIGINT NOT NULL,
    trimmed_through BIGINT NOT NULL
);
INSERT INTO feed_head (id, head, trimmed_through) VALUES (1, 0, 0);
GRANT SELECT, UPDATE ON feed_head TO '${appUser}'@'%';
CREATE TABLE feed_tenant_head (
    tenant_id BINARY(16) NOT NULL PRIMARY KEY,
    head BIGINT NOT NULL,
    trimmed_through BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON feed_tenant_head TO '${appUser}'@'%';

--changeset kit:feed-cursor
CREATE TABLE feed_cursor (
    name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON feed_cursor TO '${appUser}'@'%';

--changeset kit:audit
-- What was written stays: the application can add to the trail and read it.
CREATE TABLE audit_record (
    tenant_id BINARY(16) NOT NULL,
    number BIGINT NOT NULL,
    at DATETIME(6) NOT NULL,
    operation VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    actor VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    object_type VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    object_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    hash BINARY(32) NOT NULL,
    seal BINARY(32) NOT NULL,
    salt BINARY(16) NULL,
    record LONGBLOB NULL,
    PRIMARY KEY (tenant_id, number),
    INDEX ix_audit_record_by_object (tenant_id, object_type, object_id, number),
    INDEX ix_audit_record_by_actor (tenant_id, actor, number),
    INDEX ix_audit_record_by_operation (tenant_id, operation, number),
    INDEX ix_audit_record_by_time (tenant_id, at, number)
);
GRANT SELECT, INSERT ON audit_record TO '${appUser}'@'%';
CREATE TABLE audit_head (
    tenant_id BINARY(16) NOT NULL PRIMARY KEY,
    length BIGINT NOT NULL,
    hash BINARY(32) NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON audit_head TO '${appUser}'@'%';
-- Written with what it tells of; it becomes a record, and leaves here, once that is committed.
CREATE TABLE audit_waiting (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tenant_id BINARY(16) NOT NULL,
    at DATETIME(6) NOT NULL,
    operation VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    actor VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    object_type VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    object_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    facts LONGBLOB NOT NULL,
    INDEX ix_audit_waiting_by_tenant (tenant_id, id)
);
GRANT SELECT, INSERT, DELETE ON audit_waiting TO '${appUser}'@'%';

--changeset kit:access-record
-- What was written stays as it is until it is old: the application can add, read and forget, and change nothing.
CREATE TABLE access_record (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    at DATETIME(6) NOT NULL,
    subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    client VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    address VARCHAR(45) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    operation VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    object VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    status SMALLINT NOT NULL,
    request_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    PRIMARY KEY (tenant_id, id),
    INDEX ix_access_record_by_login (tenant_id, login, id),
    INDEX ix_access_record_by_operation (tenant_id, operation, id),
    INDEX ix_access_record_by_object (tenant_id, object, id),
    INDEX ix_access_record_by_time (tenant_id, at),
    INDEX ix_access_record_by_age (at)
);
GRANT SELECT, INSERT, DELETE ON access_record TO '${appUser}'@'%';

--changeset kit:schema-version
GRANT SELECT ON DATABASECHANGELOG TO '${appUser}'@'%';

--changeset kit:feed-reader
CREATE TABLE feed_reader (
    name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    asked_at DATETIME(6) NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON feed_reader TO '${appUser}'@'%';

--changeset kit:feed-inbox
-- Events that were copied from a neighbour's feed and have not taken effect yet, and whose turn it is.
CREATE TABLE feed_inbox (
    consumer VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    position BIGINT NOT NULL,
    type VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    subject_id BINARY(16) NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    payload LONGBLOB NOT NULL,
    PRIMARY KEY (consumer, tenant_id, position)
);
CREATE TABLE feed_turn (
    consumer VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    due_at DATETIME(6) NOT NULL,
    pauses INT NOT NULL,
    failing_at BIGINT NOT NULL,
    failures INT NOT NULL,
    PRIMARY KEY (consumer, tenant_id)
);
GRANT SELECT, INSERT, DELETE ON feed_inbox TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON feed_turn TO '${appUser}'@'%';

--changeset kit:feed-set-aside
-- Events that could not be taken, and those of the same subject behind them, until they are.
CREATE TABLE feed_set_aside (
    consumer VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    position BIGINT NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    type VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    subject_id BINARY(16) NOT NULL,
    occurred_at DATETIME(6) NOT NULL,
    payload LONGBLOB NOT NULL,
    attempts INT NOT NULL,
    error VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    first_failed_at DATETIME(6) NULL,
    last_failed_at DATETIME(6) NULL,
    PRIMARY KEY (consumer, position),
    INDEX ix_feed_set_aside_by_subject (tenant_id, subject_id, consumer, position)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON feed_set_aside TO '${appUser}'@'%';

--changeset kit:sweep-postponement
-- What a sweep could not do, and when it is tried again. It holds while the work has been due since the same moment.
CREATE TABLE sweep_postponement (
    tenant_id BINARY(16) NOT NULL,
    sweep VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    subject BINARY(16) NOT NULL,
    since DATETIME(6) NOT NULL,
    failures INT NOT NULL,
    again_at DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, sweep, subject)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON sweep_postponement TO '${appUser}'@'%';

--changeset kit:known-tenant
-- The tenants that contracts-service told of.
CREATE TABLE known_tenant (
    tenant_id BINARY(16) NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    state VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    CONSTRAINT ck_known_tenant_state CHECK (state IN ('ACTIVE', 'SUSPENDED', 'ERASED')),
    CONSTRAINT ck_known_tenant_kind CHECK (kind IN ('REAL', 'SANDBOX', 'LIVE_SANDBOX'))
);
GRANT SELECT, INSERT, UPDATE ON known_tenant TO '${appUser}'@'%';

--changeset kit:erasure
-- What a user of its own erases of a tenant, and how much it was. Of what may only be added to, hashes and seals stay.
CREATE TABLE erasure (
    tenant_id BINARY(16) NOT NULL PRIMARY KEY,
    ended_at DATETIME(6) NOT NULL,
    audit_links BIGINT NOT NULL,
    audit_broken BIGINT NOT NULL,
    evidence_links BIGINT NOT NULL,
    evidence_broken BIGINT NOT NULL
);
CREATE TABLE erased_records (
    tenant_id BINARY(16) NOT NULL,
    kind VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    records BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kind)
);
GRANT SELECT, INSERT ON erasure TO '${appUser}'@'%';
GRANT SELECT ON erased_records TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON erased_records TO '${eraserUser}'@'%';
GRANT SELECT, UPDATE (salt, record, actor, object_id) ON audit_record TO '${eraserUser}'@'%';
GRANT SELECT, UPDATE (payload) ON outbox TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON sandbox_clock TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON idempotency_key TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON access_record TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON feed_inbox TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON feed_turn TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON feed_set_aside TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON sweep_postponement TO '${eraserUser}'@'%';

--changeset kit:known-account
-- The accounts whose tokens are not taken any more, or not all of them, as contracts-service told it.
CREATE TABLE known_account (
    tenant_id BINARY(16) NOT NULL,
    subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    active BOOLEAN NOT NULL,
    tokens_from DATETIME(6),
    PRIMARY KEY (tenant_id, subject)
);
GRANT SELECT, INSERT, UPDATE ON known_account TO '${appUser}'@'%';
GRANT SELECT, DELETE ON known_account TO '${eraserUser}'@'%';
