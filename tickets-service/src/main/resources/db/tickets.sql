--liquibase formatted sql

--changeset remit:connections
CREATE TABLE connection (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    name VARCHAR(40) COLLATE utf8mb4_0900_bin NOT NULL,
    platform VARCHAR(20) NOT NULL,
    signing_key VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    translation LONGBLOB NOT NULL,
    messages VARCHAR(20) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_connection_name UNIQUE (tenant_id, name),
    CONSTRAINT ck_connection_platform CHECK (platform IN ('CONNECTWISE', 'CANONICAL')),
    CONSTRAINT ck_connection_messages CHECK (messages IN ('DELIVERED', 'NOT_DELIVERED')),
    CONSTRAINT ck_connection_key CHECK (platform <> 'CONNECTWISE' OR signing_key IS NOT NULL)
);
GRANT SELECT, INSERT, UPDATE ON connection TO '${appUser}'@'%';

--changeset remit:intake
CREATE TABLE payload (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    via VARCHAR(20) NOT NULL,
    received_at DATETIME(6) NOT NULL,
    body LONGBLOB NOT NULL,
    author LONGBLOB NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_payload UNIQUE (tenant_id, connection_id, sha256, via),
    CONSTRAINT ck_payload_via CHECK (via IN ('TICKET', 'TIME_ENTRY', 'CALLBACK'))
);
CREATE TABLE ticket (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    connection_name VARCHAR(40) COLLATE utf8mb4_0900_bin NOT NULL,
    external_id VARCHAR(100) COLLATE utf8mb4_0900_bin NOT NULL,
    state VARCHAR(20) NOT NULL,
    awaiting VARCHAR(30) NULL,
    awaited VARCHAR(250) COLLATE utf8mb4_0900_bin NULL,
    title VARCHAR(500) NOT NULL,
    confidential BOOLEAN NOT NULL,
    created_at DATETIME(6) NOT NULL,
    source_updated_at DATETIME(6) NOT NULL,
    facts_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    facts LONGBLOB NOT NULL,
    said_by LONGBLOB NOT NULL,
    status VARCHAR(30) NULL,
    priority VARCHAR(100) NULL,
    ticket_class VARCHAR(100) NULL,
    channel VARCHAR(20) NULL,
    assignee VARCHAR(100) COLLATE utf8mb4_0900_bin NULL,
    queue VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    merge_target VARCHAR(100) COLLATE utf8mb4_0900_bin NULL,
    particulars LONGBLOB NOT NULL,
    resolved_at DATETIME(6) NULL,
    deleted_at DATETIME(6) NULL,
    client_id BINARY(16) NULL,
    client_code VARCHAR(64) COLLATE utf8mb4_0900_bin NULL,
    site_code VARCHAR(64) COLLATE utf8mb4_0900_bin NULL,
    site_zone VARCHAR(60) NULL,
    site_named VARCHAR(250) COLLATE utf8mb4_0900_bin NULL,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    agreement_id BINARY(16) NULL,
    agreement_version INT NULL,
    addendum_hashes VARCHAR(6500) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ruled_under BINARY(16) NULL,
    received_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    settle_at DATETIME(6) NULL,
    look_at DATETIME(6) NULL,
    open_clocks INT NOT NULL,
    due_at DATETIME(6) NULL,
    due_clock VARCHAR(20) NULL,
    due_state VARCHAR(20) NULL,
    used_rank BIGINT NULL,
    standing LONGBLOB NULL,
    counted_clocks CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    counted_life CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    contested BOOLEAN NOT NULL DEFAULT FALSE,
    stored_timeline VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_ticket_reference UNIQUE (tenant_id, connection_id, external_id),
    INDEX ix_ticket_updated (tenant_id, updated_at, id),
    INDEX ix_ticket_client (tenant_id, client_code, updated_at, id),
    INDEX ix_ticket_status (tenant_id, status, updated_at, id),
    INDEX ix_ticket_client_status (tenant_id, client_code, status, updated_at, id),
    INDEX ix_ticket_due (tenant_id, due_at, id),
    INDEX ix_ticket_used (tenant_id, used_rank, id),
    INDEX ix_ticket_client_due (tenant_id, client_code, due_at, id),
    INDEX ix_ticket_client_used (tenant_id, client_code, used_rank, id),
    INDEX ix_ticket_assignee (tenant_id, assignee, due_at, id),
    INDEX ix_ticket_settle (tenant_id, settle_at),
    INDEX ix_ticket_look (tenant_id, look_at),
    INDEX ix_ticket_awaited (tenant_id, awaited, id),
    INDEX ix_ticket_client_id (tenant_id, client_id, id),
    INDEX ix_ticket_open_clocks (open_clocks, tenant_id),
    CONSTRAINT ck_ticket_state CHECK (state IN ('RECEIVED', 'AWAITING_RULING', 'RULED'))
);
CREATE TABLE ticket_snapshot (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    source_updated_at DATETIME(6) NOT NULL,
    facts_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    facts LONGBLOB NOT NULL,
    messages INT NOT NULL,
    payload_id BINARY(16) NOT NULL,
    known_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_ticket_snapshot UNIQUE (tenant_id, ticket_id, source_updated_at, facts_hash)
);
CREATE TABLE ticket_event (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    happened_at DATETIME(6) NOT NULL,
    known_at DATETIME(6) NOT NULL,
    kind VARCHAR(30) NOT NULL,
    item_key TEXT COLLATE utf8mb4_0900_bin NOT NULL,
    source VARCHAR(20) NOT NULL,
    was TEXT COLLATE utf8mb4_0900_bin NULL,
    stands TEXT COLLATE utf8mb4_0900_bin NULL,
    author LONGBLOB NULL,
    PRIMARY KEY (id),
    INDEX ix_ticket_event (tenant_id, ticket_id, happened_at),
    INDEX ix_ticket_event_kind (tenant_id, ticket_id, kind)
);
CREATE TABLE deletion (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    external_id VARCHAR(100) COLLATE utf8mb4_0900_bin NOT NULL,
    known_at DATETIME(6) NOT NULL,
    author LONGBLOB NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_deletion UNIQUE (tenant_id, connection_id, kind, external_id, known_at),
    CONSTRAINT ck_deletion_kind CHECK (kind IN ('TICKET', 'TIME_ENTRY'))
);
CREATE TABLE review (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    external_id VARCHAR(100) COLLATE utf8mb4_0900_bin NOT NULL,
    payload_id BINARY(16) NOT NULL,
    cause VARCHAR(30) NOT NULL,
    field VARCHAR(200) NOT NULL,
    detail VARCHAR(500) NOT NULL,
    name VARCHAR(200) COLLATE utf8mb4_0900_bin NULL,
    work_item_id BINARY(16) NULL,
    ruling_id BINARY(16) NULL,
    verdict VARCHAR(20) NULL,
    item VARCHAR(64) COLLATE utf8mb4_0900_bin NULL,
    clause_id VARCHAR(20) NULL,
    approval_required BOOLEAN NULL,
    raised_at DATETIME(6) NOT NULL,
    state VARCHAR(20) NOT NULL,
    decided_at DATETIME(6) NULL,
    decided_by VARCHAR(200) NULL,
    decided_by_login VARCHAR(200) NULL,
    decided_by_subject VARCHAR(200) NULL,
    decided_by_role VARCHAR(40) NULL,
    reason VARCHAR(500) NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_review UNIQUE (tenant_id, payload_id, external_id, cause, field),
    CONSTRAINT uq_review_ruling UNIQUE (tenant_id, ruling_id),
    INDEX ix_review_raised (tenant_id, raised_at, id),
    INDEX ix_review_state (tenant_id, state, raised_at, id),
    INDEX ix_review_cause (tenant_id, cause, raised_at, id),
    INDEX ix_review_cause_state (tenant_id, cause, state, raised_at, id),
    INDEX ix_review_object (tenant_id, connection_id, external_id, state),
    INDEX ix_review_connection_cause (tenant_id, connection_id, cause, id),
    CONSTRAINT ck_review_state CHECK (state IN ('OPEN', 'RESOLVED', 'DISMISSED', 'CLOSED')),
    CONSTRAINT ck_review_cause CHECK (cause IN ('UNUSABLE', 'AHEAD_OF_TIME', 'UNKNOWN_NAME', 'NO_TIMES', 'WORK_ITEM_UNCLEAR', 'DOUBLE_BOOKED', 'CLOSED_DAY',
        'CREATION_MOVED', 'FACTS_CHANGED'))
);
CREATE TABLE wake_up (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    subject VARCHAR(250) COLLATE utf8mb4_0900_bin NOT NULL,
    asked BIGINT NOT NULL,
    after_id BINARY(16) NULL,
    asked_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_wake_up UNIQUE (tenant_id, kind, subject),
    INDEX ix_wake_up_asked (tenant_id, asked_at),
    CONSTRAINT ck_wake_up_kind CHECK (kind IN ('AWAITING', 'TICKET', 'TICKET_REFERENCE', 'TIME_ENTRY_REFERENCE', 'CLIENT', 'CLIENT_SINCE', 'NAMES', 'CATALOGUE', 'RUNNING'))
);
CREATE TABLE settling_lock (
    tenant_id BINARY(16) NOT NULL,
    PRIMARY KEY (tenant_id)
);
GRANT SELECT, INSERT, DELETE ON payload TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON ticket TO '${appUser}'@'%';
GRANT SELECT, INSERT ON ticket_snapshot TO '${appUser}'@'%';
GRANT SELECT, INSERT, DELETE ON ticket_event TO '${appUser}'@'%';
GRANT SELECT, INSERT ON deletion TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON review TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON wake_up TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON settling_lock TO '${appUser}'@'%';

--changeset remit:projections
CREATE TABLE client (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    code VARCHAR(64) COLLATE utf8mb4_0900_bin NOT NULL,
    name VARCHAR(200) NOT NULL,
    zone VARCHAR(60) NOT NULL,
    revision BIGINT NOT NULL,
    sites LONGBLOB NOT NULL,
    approvers LONGBLOB NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_client_code UNIQUE (tenant_id, code)
);
CREATE TABLE client_reference (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    connection_name VARCHAR(40) COLLATE utf8mb4_0900_bin NOT NULL,
    external_id VARCHAR(100) COLLATE utf8mb4_0900_bin NOT NULL,
    client_id BINARY(16) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_client_reference UNIQUE (tenant_id, connection_name, external_id, client_id),
    INDEX ix_client_reference_client (tenant_id, client_id)
);
CREATE TABLE agreement_version (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    agreement_id BINARY(16) NOT NULL,
    master_id BINARY(16) NULL,
    client_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    effective_from DATE NOT NULL,
    effective_to DATE NULL,
    signed_for_the_past BOOLEAN NOT NULL,
    known_at DATETIME(6) NOT NULL,
    ended_on DATE NULL,
    end_known_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_agreement_version UNIQUE (tenant_id, agreement_id, number),
    INDEX ix_agreement_client (tenant_id, client_id, effective_from)
);
CREATE TABLE document (
    tenant_id BINARY(16) NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id BINARY(16) NOT NULL,
    bytes LONGBLOB NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_document UNIQUE (tenant_id, sha256)
);
CREATE TABLE quote_wait (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    work_item_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    quote_id BINARY(16) NOT NULL,
    sent_at DATETIME(6) NULL,
    sent_known_at DATETIME(6) NULL,
    decided_at DATETIME(6) NULL,
    decided_known_at DATETIME(6) NULL,
    decision VARCHAR(40) NULL,
    approver VARCHAR(200) NULL,
    cap VARCHAR(24) NULL,
    used VARCHAR(24) NULL,
    currency CHAR(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_quote_wait UNIQUE (tenant_id, quote_id),
    INDEX ix_quote_wait_ticket (tenant_id, ticket_id)
);
CREATE TABLE catalogue_item (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    code VARCHAR(64) COLLATE utf8mb4_0900_bin NOT NULL,
    category VARCHAR(64) COLLATE utf8mb4_0900_bin NULL,
    matchers LONGBLOB NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_catalogue_item UNIQUE (tenant_id, code)
);
CREATE TABLE catalogue_version (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    bytes LONGBLOB NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_catalogue_version UNIQUE (tenant_id, sha256)
);
GRANT SELECT, INSERT, UPDATE ON catalogue_item TO '${appUser}'@'%';
GRANT SELECT, INSERT ON catalogue_version TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON client TO '${appUser}'@'%';
GRANT SELECT, INSERT, DELETE ON client_reference TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON agreement_version TO '${appUser}'@'%';
GRANT SELECT, INSERT ON document TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON quote_wait TO '${appUser}'@'%';

--changeset remit:rulings
CREATE TABLE work_item (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    title VARCHAR(500) NULL,
    item VARCHAR(64) COLLATE utf8mb4_0900_bin NULL,
    verdict VARCHAR(20) NULL,
    ruling_id BINARY(16) NULL,
    ruling_count INT NOT NULL,
    freeze_cause VARCHAR(20) NULL,
    recognised_as VARCHAR(64) COLLATE utf8mb4_0900_bin NULL,
    source_type VARCHAR(200) NULL,
    source_subtype VARCHAR(200) NULL,
    source_item VARCHAR(200) NULL,
    unmapped BOOLEAN NOT NULL,
    quantity BIGINT NULL,
    counted_by VARCHAR(255) NULL,
    counted_at DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_work_item UNIQUE (tenant_id, ticket_id, number),
    INDEX ix_work_item_verdict (tenant_id, verdict, ticket_id),
    INDEX ix_work_item_unmapped (tenant_id, unmapped),
    CONSTRAINT ck_work_item_verdict CHECK (verdict IN ('INCLUDED', 'EXTRA', 'EXCLUDED', 'SILENT', 'AMBIGUOUS')),
    CONSTRAINT ck_work_item_freeze CHECK (freeze_cause IN ('TIME_ENTRY', 'QUOTE', 'BY_HAND'))
);
CREATE TABLE ruling (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    work_item_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    sequence INT NOT NULL,
    verdict VARCHAR(20) NOT NULL,
    cause VARCHAR(30) NOT NULL,
    ruled_at DATETIME(6) NOT NULL,
    bytes LONGBLOB NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_ruling UNIQUE (tenant_id, work_item_id, sequence),
    INDEX ix_ruling_ticket (tenant_id, ticket_id, ruled_at, id),
    CONSTRAINT ck_ruling_verdict CHECK (verdict IN ('INCLUDED', 'EXTRA', 'EXCLUDED', 'SILENT', 'AMBIGUOUS'))
);
CREATE TABLE volume_period (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    counted_of VARCHAR(20) NOT NULL,
    code VARCHAR(64) COLLATE utf8mb4_0900_bin NOT NULL,
    period VARCHAR(20) NOT NULL,
    first_day DATE NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_volume_period UNIQUE (tenant_id, client_id, counted_of, code, period, first_day)
);
CREATE TABLE volume_use (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    volume_period_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    work_item_id BINARY(16) NOT NULL,
    given_back BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_volume_use UNIQUE (tenant_id, volume_period_id, work_item_id),
    INDEX ix_volume_use_work_item (tenant_id, work_item_id),
    INDEX ix_volume_use_ticket (tenant_id, ticket_id)
);
GRANT SELECT, INSERT, UPDATE ON work_item TO '${appUser}'@'%';
GRANT SELECT, INSERT ON ruling TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON volume_period TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON volume_use TO '${appUser}'@'%';

--changeset remit:clocks
CREATE TABLE clock_notice (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    clock VARCHAR(20) NOT NULL,
    cycle VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    kind VARCHAR(20) NOT NULL,
    subject VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    ordinal INT NOT NULL,
    happened_at DATETIME(6) NULL,
    noticed_at DATETIME(6) NOT NULL,
    shown_at DATETIME(6) NOT NULL,
    was VARCHAR(200) NULL,
    stands VARCHAR(200) NOT NULL,
    because VARCHAR(300) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_clock_notice UNIQUE (tenant_id, ticket_id, client_id, clock, cycle, kind, subject, ordinal),
    INDEX ix_clock_notice_shown (tenant_id, ticket_id, shown_at),
    CONSTRAINT ck_clock_notice_clock CHECK (clock IN ('RESPONSE', 'PLAN', 'UPDATE', 'RESOLUTION')),
    CONSTRAINT ck_clock_notice_kind CHECK (kind IN ('WARNED', 'ESCALATED', 'BREACHED', 'MET', 'CORRECTED'))
);
GRANT SELECT, INSERT ON clock_notice TO '${appUser}'@'%';

--changeset remit:counted-cycle
CREATE TABLE counted_cycle (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    agreement_id BINARY(16) NOT NULL,
    priority VARCHAR(100) NOT NULL,
    clock VARCHAR(20) NOT NULL,
    cycle VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    started_at DATETIME(6) NULL,
    due_at DATETIME(6) NULL,
    ended_at DATETIME(6) NULL,
    counted_at DATETIME(6) NOT NULL,
    counted_on DATE NOT NULL,
    result VARCHAR(20) NOT NULL,
    left_out VARCHAR(20) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_counted_cycle UNIQUE (tenant_id, ticket_id, clock, cycle),
    INDEX ix_counted_cycle_on (tenant_id, counted_on, id, client_id, agreement_id, priority, clock, result, left_out),
    INDEX ix_counted_cycle_client (tenant_id, client_id, counted_on, id, agreement_id, priority, clock, result, left_out),
    CONSTRAINT ck_counted_cycle_clock CHECK (clock IN ('RESPONSE', 'PLAN', 'UPDATE', 'RESOLUTION')),
    CONSTRAINT ck_counted_cycle_result CHECK (result IN ('MET', 'BREACHED', 'LEFT_OUT'))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON counted_cycle TO '${appUser}'@'%';

--changeset remit:life-part
CREATE TABLE life_part (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    month DATE NOT NULL,
    owner VARCHAR(20) NOT NULL,
    approver VARCHAR(200) NOT NULL,
    began_at DATETIME(6) NOT NULL,
    first BOOLEAN NOT NULL,
    goes_on BOOLEAN NOT NULL,
    open_seconds BIGINT NOT NULL,
    real_seconds BIGINT NOT NULL,
    lasted_seconds BIGINT NOT NULL,
    zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hours_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    hours LONGBLOB NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_life_part UNIQUE (tenant_id, ticket_id, began_at, approver, month, owner),
    INDEX ix_life_part_owner (tenant_id, owner, goes_on, month, client_id, approver, first, open_seconds, real_seconds, lasted_seconds, began_at,
        ticket_id, zone, hours_hash),
    INDEX ix_life_part_client (tenant_id, client_id, owner, goes_on, month, approver, first, open_seconds, real_seconds, lasted_seconds, began_at,
        ticket_id, zone, hours_hash),
    CONSTRAINT ck_life_part_owner CHECK (owner IN ('CLIENT', 'VENDOR', 'APPROVAL', 'MSP')),
    CONSTRAINT ck_life_part_hours CHECK (goes_on = (hours IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON life_part TO '${appUser}'@'%';

--changeset remit:counted-moment
CREATE TABLE counted_moment (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    number INT NOT NULL,
    happened_at DATETIME(6) NOT NULL,
    counted_on DATE NOT NULL,
    priority VARCHAR(100) NOT NULL,
    used_seconds BIGINT NULL,
    stands BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_counted_moment UNIQUE (tenant_id, ticket_id, kind, number),
    INDEX ix_counted_moment_kind (tenant_id, kind, stands, counted_on, happened_at, ticket_id, client_id, priority, used_seconds),
    INDEX ix_counted_moment_client (tenant_id, client_id, kind, stands, counted_on, happened_at, ticket_id, priority, used_seconds),
    CONSTRAINT ck_counted_moment_kind CHECK (kind IN ('CREATED', 'ANSWERED', 'RESOLVED', 'CANCELLED', 'REOPENED'))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON counted_moment TO '${appUser}'@'%';

--changeset remit:breach-excuse
CREATE TABLE breach_excuse (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    clock VARCHAR(20) NOT NULL,
    cycle VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    ordinal INT NOT NULL,
    due DATETIME(6) NOT NULL,
    reason VARCHAR(20) NOT NULL,
    clause VARCHAR(40) NULL,
    note VARCHAR(500) NOT NULL,
    excused_at DATETIME(6) NOT NULL,
    excused_by LONGBLOB NOT NULL,
    withdrawn_at DATETIME(6) NULL,
    withdrawn_by LONGBLOB NULL,
    withdrawn_because VARCHAR(500) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_breach_excuse UNIQUE (tenant_id, ticket_id, clock, cycle, ordinal),
    CONSTRAINT ck_breach_excuse_clock CHECK (clock IN ('RESPONSE', 'PLAN', 'UPDATE', 'RESOLUTION')),
    CONSTRAINT ck_breach_excuse_reason CHECK (reason IN ('MAINTENANCE', 'CLIENT_DUTY', 'FORCE_MAJEURE'))
);
GRANT SELECT, INSERT, UPDATE ON breach_excuse TO '${appUser}'@'%';

--changeset remit:measurements
CREATE TABLE measurement_revision (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    period VARCHAR(7) COLLATE utf8mb4_0900_bin NOT NULL,
    parameter VARCHAR(64) COLLATE utf8mb4_0900_bin NOT NULL,
    revision INT NOT NULL,
    measured LONGBLOB NULL,
    recorded_at DATETIME(6) NOT NULL,
    recorded_by LONGBLOB NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_measurement_revision UNIQUE (tenant_id, client_id, period, parameter, revision)
);
GRANT SELECT, INSERT ON measurement_revision TO '${appUser}'@'%';

--changeset remit:contest
CREATE TABLE contest (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    wait_key VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    wait_reason VARCHAR(20) NOT NULL,
    wait_from DATETIME(6) NOT NULL,
    wait_to DATETIME(6) NULL,
    reason VARCHAR(500) NOT NULL,
    contested_at DATETIME(6) NOT NULL,
    contested_by LONGBLOB NOT NULL,
    on_behalf_of VARCHAR(200) NULL,
    state VARCHAR(20) NOT NULL,
    ended_at DATETIME(6) NULL,
    ended_by LONGBLOB NULL,
    ended_because VARCHAR(500) NULL,
    PRIMARY KEY (id),
    INDEX ix_contest_ticket (tenant_id, ticket_id),
    INDEX ix_contest_state (tenant_id, state, id),
    INDEX ix_contest_client (tenant_id, client_id, state, id),
    CONSTRAINT ck_contest_state CHECK (state IN ('OPEN', 'UPHELD', 'REJECTED', 'WITHDRAWN'))
);
CREATE TABLE contested_cycle (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    agreement_id BINARY(16) NOT NULL,
    priority VARCHAR(100) NOT NULL,
    clock VARCHAR(20) NOT NULL,
    cycle VARCHAR(200) COLLATE utf8mb4_0900_bin NOT NULL,
    if_upheld BOOLEAN NOT NULL,
    counted_on DATE NOT NULL,
    result VARCHAR(20) NOT NULL,
    left_out VARCHAR(20) NULL,
    PRIMARY KEY (id),
    INDEX ix_contested_cycle_ticket (tenant_id, ticket_id),
    INDEX ix_contested_cycle_on (tenant_id, counted_on),
    CONSTRAINT ck_contested_cycle_clock CHECK (clock IN ('RESPONSE', 'PLAN', 'UPDATE', 'RESOLUTION')),
    CONSTRAINT ck_contested_cycle_result CHECK (result IN ('MET', 'BREACHED', 'LEFT_OUT'))
);
GRANT SELECT, INSERT, UPDATE ON contest TO '${appUser}'@'%';
GRANT SELECT, INSERT, DELETE ON contested_cycle TO '${appUser}'@'%';

--changeset remit:escalation
CREATE TABLE escalation_settings (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    rules LONGBLOB NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_escalation_settings_of_tenant UNIQUE (tenant_id)
);
GRANT SELECT, INSERT, UPDATE ON escalation_settings TO '${appUser}'@'%';

--changeset remit:worklog
CREATE TABLE time_entry (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    connection_id BINARY(16) NOT NULL,
    external_id VARCHAR(100) COLLATE utf8mb4_0900_bin NOT NULL,
    ticket_external_id VARCHAR(100) COLLATE utf8mb4_0900_bin NOT NULL,
    ticket_id BINARY(16) NULL,
    work_item_id BINARY(16) NULL,
    named_work_item_id BINARY(16) NULL,
    source_updated_at DATETIME(6) NOT NULL,
    facts_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    facts LONGBLOB NOT NULL,
    told_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    said_by LONGBLOB NOT NULL,
    work LONGBLOB NOT NULL,
    technician_id VARCHAR(100) COLLATE utf8mb4_0900_bin NOT NULL,
    payload_id BINARY(16) NOT NULL,
    known_at DATETIME(6) NOT NULL,
    started_at DATETIME(6) NULL,
    ended_at DATETIME(6) NULL,
    shown_at DATETIME(6) NOT NULL,
    deleted BOOLEAN NOT NULL,
    revision INT NOT NULL,
    sent LONGBLOB NULL,
    sent_ticket_id BINARY(16) NULL,
    settled_under CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_time_entry_reference UNIQUE (tenant_id, connection_id, external_id),
    INDEX ix_time_entry_settled (tenant_id, connection_id, ticket_external_id, settled_under),
    INDEX ix_time_entry_ticket (tenant_id, ticket_id, started_at, external_id, id),
    INDEX ix_time_entry_work_item (tenant_id, work_item_id),
    INDEX ix_time_entry_shown (tenant_id, ticket_id, shown_at),
    INDEX ix_time_entry_sent_ticket (tenant_id, sent_ticket_id, ticket_id),
    INDEX ix_time_entry_technician (tenant_id, technician_id, started_at)
);
GRANT SELECT, INSERT, UPDATE ON time_entry TO '${appUser}'@'%';

--changeset remit:told-confidential
ALTER TABLE ticket ADD COLUMN told_confidential BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE ticket SET told_confidential = confidential;

--changeset remit:erasure
GRANT SELECT, DELETE ON connection TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON payload TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON ticket TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON ticket_snapshot TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON ticket_event TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON deletion TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON review TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON wake_up TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON settling_lock TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON client TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON client_reference TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement_version TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON document TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON quote_wait TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON catalogue_item TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON catalogue_version TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON work_item TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON ruling TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON volume_period TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON volume_use TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON clock_notice TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON counted_cycle TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON life_part TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON counted_moment TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON breach_excuse TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON measurement_revision TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON escalation_settings TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON contest TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON contested_cycle TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON time_entry TO '${eraserUser}'@'%';
