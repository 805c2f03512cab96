--liquibase formatted sql

--changeset remit:billing-quotes
--comment initial_key is 1 for a work item's living initial quote and null otherwise, so that there is one at most.
CREATE TABLE quote (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    version BIGINT NOT NULL,
    work_item_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    initial_key TINYINT NULL,
    kind VARCHAR(20) NOT NULL,
    status VARCHAR(20) NOT NULL,
    touched BOOLEAN NOT NULL,
    ruling_id BINARY(16) NOT NULL,
    item VARCHAR(255) NULL,
    clause_id VARCHAR(255) NULL,
    clause_title VARCHAR(1000) NULL,
    clause_text MEDIUMTEXT NULL,
    agreement_id BINARY(16) NULL,
    agreement_version INT NULL,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    summary VARCHAR(1000) NOT NULL,
    work_type VARCHAR(255) NULL,
    hourly_minor BIGINT NULL,
    currency CHAR(3) NOT NULL,
    quote_lines LONGBLOB NOT NULL,
    lines_from VARCHAR(20) NOT NULL,
    estimate_minor BIGINT NULL,
    cap_minor BIGINT NULL,
    cap_set BOOLEAN NOT NULL,
    cap_confirmed_name VARCHAR(255) NULL,
    cap_confirmed_login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    cap_confirmed_subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    cap_confirmed_at DATETIME(6) NULL,
    cap_confirmed_estimate_minor BIGINT NULL,
    cap_confirmed_cap_minor BIGINT NULL,
    tax_rate_percent VARCHAR(20) NULL,
    approver_id BINARY(16) NULL,
    approver_name VARCHAR(255) NULL,
    approver_email VARCHAR(255) NULL,
    approver_login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    approver_subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    approver_gone_at DATETIME(6) NULL,
    expires_at DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    sent_at DATETIME(6) NULL,
    decided_at DATETIME(6) NULL,
    decided_by_name VARCHAR(255) NULL,
    decided_by_email VARCHAR(255) NULL,
    decided_by_login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    decided_by_subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    decided_by_role VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_by_method VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
    typed_name VARCHAR(200) NULL,
    decision_reason TEXT NULL,
    shown LONGBLOB NULL,
    shown_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_quote_initial_once UNIQUE (tenant_id, work_item_id, initial_key),
    INDEX ix_quote_by_client (tenant_id, client_id, status),
    INDEX ix_quote_by_ticket (tenant_id, ticket_id),
    INDEX ix_quote_due (status, tenant_id, expires_at),
    CONSTRAINT ck_quote_kind CHECK (kind IN ('INITIAL', 'FURTHER')),
    CONSTRAINT ck_quote_status CHECK (status IN ('DRAFT', 'SENT', 'APPROVED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    CONSTRAINT ck_quote_lines_from CHECK (lines_from IN ('RULING', 'DESK', 'RECORDED')),
    CONSTRAINT ck_quote_cap CHECK (cap_minor IS NULL OR cap_minor > 0),
    CONSTRAINT ck_quote_sent CHECK (status <> 'SENT'
        OR (sent_at IS NOT NULL AND expires_at IS NOT NULL AND cap_minor IS NOT NULL AND approver_id IS NOT NULL AND approver_login IS NOT NULL
            AND shown IS NOT NULL AND shown_hash IS NOT NULL)),
    CONSTRAINT ck_quote_approved_by_somebody CHECK (status NOT IN ('APPROVED', 'DECLINED')
        OR (decided_by_name IS NOT NULL AND decided_by_login IS NOT NULL AND decided_by_subject IS NOT NULL AND decided_hash = shown_hash)),
    CONSTRAINT ck_quote_decided CHECK ((status IN ('DRAFT', 'SENT')) = (decided_at IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON quote TO '${appUser}'@'%';

--changeset remit:billing-quote-shown-entries
--comment Work that was recorded before a quote was sent, as the quote shows it; an approval covers no other work from before it.
CREATE TABLE quote_shown_entry (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    quote_id BINARY(16) NOT NULL,
    time_entry_id BINARY(16) NOT NULL,
    facts_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    work_date DATE NOT NULL,
    started_at DATETIME(6) NOT NULL,
    technician_name VARCHAR(255) NOT NULL,
    minutes BIGINT NOT NULL,
    amount_minor BIGINT NULL,
    currency CHAR(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_quote_shown_entry_once UNIQUE (tenant_id, quote_id, time_entry_id)
);
GRANT SELECT, INSERT ON quote_shown_entry TO '${appUser}'@'%';

--changeset remit:billing-quote-catch-up
--comment Clients of which some work items could be quoted by now, and how far their catch-up has come.
CREATE TABLE quote_catch_up (
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    after_item BINARY(16) NOT NULL,
    since DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, client_id),
    INDEX ix_quote_catch_up_by_since (tenant_id, since)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON quote_catch_up TO '${appUser}'@'%';
