--liquibase formatted sql

--changeset remit:billing-extras
--comment One rated line. An unpublished line is whatever the ledger says; a published one keeps its figures for good. billed_work sums these.
CREATE TABLE extra (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    work_item_id BINARY(16) NULL,
    time_entry_id BINARY(16) NOT NULL,
    origin VARCHAR(20) NOT NULL,
    refers_to BINARY(16) NULL,
    kind VARCHAR(20) NOT NULL,
    band VARCHAR(20) NULL,
    cut_from DATETIME(6) NULL,
    beyond_volume BOOLEAN NOT NULL,
    within_seconds BIGINT NULL,
    beyond_seconds BIGINT NULL,
    line_number INT NOT NULL,
    minutes BIGINT NOT NULL,
    currency CHAR(3) NULL,
    amount_minor BIGINT NULL,
    billed_minor BIGINT NOT NULL,
    over_cap_minor BIGINT NOT NULL,
    released_minor BIGINT NOT NULL,
    waiting BOOLEAN NOT NULL,
    resting BOOLEAN NOT NULL,
    arithmetic VARCHAR(1000) NULL,
    status VARCHAR(20) NOT NULL,
    held_reason VARCHAR(40) NULL,
    work_date DATE NOT NULL,
    work_started_at DATETIME(6) NOT NULL,
    late BOOLEAN NOT NULL,
    technician_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    technician_name VARCHAR(255) NOT NULL,
    site_code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    work_type VARCHAR(255) NOT NULL,
    role VARCHAR(255) NULL,
    ticket_connection VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    ticket_external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    source_connection VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    source_external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    ruling_id BINARY(16) NULL,
    verdict VARCHAR(20) NULL,
    item VARCHAR(255) NULL,
    clause_id VARCHAR(255) NULL,
    clause_title VARCHAR(1000) NULL,
    clause_agreement_id BINARY(16) NULL,
    clause_agreement_version INT NULL,
    ground VARCHAR(20) NULL,
    rate_clause_id VARCHAR(255) NULL,
    agreement_id BINARY(16) NULL,
    agreement_version INT NULL,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    quote_id BINARY(16) NULL,
    approved_by VARCHAR(255) NULL,
    approved_by_login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    approved_by_subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    approved_at DATETIME(6) NULL,
    facts_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position BIGINT NULL,
    locked_at DATETIME(6) NULL,
    batch_number BIGINT NULL,
    acknowledgement VARCHAR(255) NULL,
    acknowledged_at DATETIME(6) NULL,
    reversed_by BINARY(16) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_extra_position UNIQUE (tenant_id, position),
    INDEX ix_extra_in_order (tenant_id, work_started_at, time_entry_id, line_number, id),
    INDEX ix_extra_by_client (tenant_id, client_id, work_started_at, time_entry_id, line_number, id),
    INDEX ix_extra_by_ticket (tenant_id, ticket_id, work_started_at, time_entry_id, line_number, id),
    INDEX ix_extra_by_status (tenant_id, status, work_date),
    INDEX ix_extra_of_month (tenant_id, client_id, status, work_date),
    INDEX ix_extra_unpublished (tenant_id, client_id, position, time_entry_id),
    INDEX ix_extra_by_entry (tenant_id, time_entry_id),
    INDEX ix_extra_waiting (tenant_id, work_item_id, waiting, time_entry_id),
    INDEX ix_extra_under_cap (tenant_id, work_item_id, position, resting, time_entry_id),
    INDEX ix_extra_by_batch (tenant_id, batch_number, acknowledged_at, position),
    INDEX ix_extra_to_acknowledge (tenant_id, acknowledged_at, position),
    CONSTRAINT ck_extra_origin CHECK (origin IN ('RATED', 'FOLLOW_UP', 'REVERSAL')),
    CONSTRAINT ck_extra_refers CHECK ((origin = 'RATED') = (refers_to IS NULL)),
    CONSTRAINT ck_extra_kind CHECK (kind IN ('LABOUR', 'SURCHARGE', 'FIXED', 'PER_UNIT', 'CALL_OUT', 'TRAVEL')),
    CONSTRAINT ck_extra_band CHECK (band IN ('BUSINESS', 'AFTER_HOURS', 'WEEKEND', 'HOLIDAY')),
    CONSTRAINT ck_extra_status CHECK (status IN ('OPEN', 'HELD', 'INCLUDED', 'LOCKED', 'EXPORTED', 'ACKNOWLEDGED', 'REVERSED')),
    CONSTRAINT ck_extra_held CHECK ((status IN ('HELD', 'INCLUDED')) = (held_reason IS NOT NULL)),
    CONSTRAINT ck_extra_published CHECK ((status IN ('OPEN', 'HELD', 'INCLUDED')) = (position IS NULL)),
    CONSTRAINT ck_extra_whole CHECK (status IN ('HELD', 'INCLUDED') OR amount_minor = billed_minor + over_cap_minor)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON extra TO '${appUser}'@'%';
CREATE TABLE billed_work (
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    work_item_id BINARY(16) NOT NULL,
    currency CHAR(3) NOT NULL,
    billed_minor BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, client_id, work_item_id, currency)
);
GRANT SELECT, INSERT, UPDATE ON billed_work TO '${appUser}'@'%';

--changeset remit:billing-cap-notices
--comment How much of each approved cap others were told is used, so that they are told once.
CREATE TABLE cap_notice (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    quote_id BINARY(16) NOT NULL,
    threshold SMALLINT NOT NULL,
    told_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_cap_notice UNIQUE (tenant_id, quote_id, threshold)
);
GRANT SELECT, INSERT ON cap_notice TO '${appUser}'@'%';

--changeset remit:billing-volumes
--comment What pieces of work take of included visits and hours, as the ledger shares them out.
CREATE TABLE taken_volume (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    time_entry_id BINARY(16) NOT NULL,
    volume VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    started_at DATETIME(6) NOT NULL,
    cut_from DATETIME(6) NULL,
    band VARCHAR(20) NOT NULL,
    visit BINARY(16) NULL,
    amount BIGINT NOT NULL,
    beyond BIGINT NOT NULL,
    included BIGINT NOT NULL,
    facts_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_taken_volume_by_entry (tenant_id, time_entry_id),
    INDEX ix_taken_volume_by_volume (tenant_id, client_id, volume),
    CONSTRAINT ck_taken_volume_beyond CHECK (beyond BETWEEN 0 AND amount)
);
GRANT SELECT, INSERT, DELETE ON taken_volume TO '${appUser}'@'%';

--changeset remit:billing-ledger
--comment Every change of an extra's money or standing, in order; nothing here is ever changed.
CREATE TABLE extra_event (
    id BIGINT NOT NULL AUTO_INCREMENT,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    extra_id BINARY(16) NOT NULL,
    what VARCHAR(20) NOT NULL,
    at DATETIME(6) NOT NULL,
    cause VARCHAR(255) NOT NULL,
    status VARCHAR(20) NOT NULL,
    held_reason VARCHAR(40) NULL,
    currency CHAR(3) NULL,
    amount_minor BIGINT NULL,
    billed_minor BIGINT NOT NULL,
    over_cap_minor BIGINT NOT NULL,
    position BIGINT NULL,
    PRIMARY KEY (id),
    INDEX ix_extra_event_by_extra (tenant_id, extra_id, id),
    CONSTRAINT ck_extra_event_what CHECK (what IN
        ('OPENED', 'CHANGED', 'DROPPED', 'LOCKED', 'EXPORTED', 'ACKNOWLEDGED', 'REVERSED', 'REINSTATED', 'RELEASED'))
);
GRANT SELECT, INSERT ON extra_event TO '${appUser}'@'%';

--changeset remit:billing-ticket-chains
--comment A chain of evidence for each ticket: what its lines were computed from, and which of them finance has. Its writer locks its row.
CREATE TABLE ticket_chain (
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    PRIMARY KEY (tenant_id, ticket_id)
);
GRANT SELECT, INSERT, UPDATE ON ticket_chain TO '${appUser}'@'%';

--changeset remit:billing-extra-names
--comment As the time entries have them.
ALTER TABLE extra MODIFY work_type MEDIUMTEXT NULL, MODIFY role MEDIUMTEXT NULL;
