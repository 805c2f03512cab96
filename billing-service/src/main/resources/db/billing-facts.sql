--liquibase formatted sql

--changeset remit:billing-clients
--comment What billing keeps of the contracts service's clients; the whole state arrives with every change.
CREATE TABLE client (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    name VARCHAR(255) NOT NULL,
    time_zone VARCHAR(64) NOT NULL,
    currency CHAR(3) NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_client_by_code (tenant_id, code)
);
CREATE TABLE approver (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    name VARCHAR(255) NOT NULL,
    email VARCHAR(255) NOT NULL,
    username VARCHAR(255) NULL,
    subject VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    active BOOLEAN NOT NULL,
    deputy_of VARCHAR(255) NULL,
    PRIMARY KEY (id),
    INDEX ix_approver_by_client (tenant_id, client_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON client TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON approver TO '${appUser}'@'%';

--changeset remit:billing-agreements
--comment Signed versions: the bytes never change, the range may end early.
CREATE TABLE signed_document (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content LONGBLOB NOT NULL,
    stored_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_signed_document_once UNIQUE (tenant_id, document_hash)
);
CREATE TABLE agreement_version (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    agreement_id BINARY(16) NOT NULL,
    version INT NOT NULL,
    client_id BINARY(16) NOT NULL,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    effective_from DATE NOT NULL,
    effective_to DATE NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_agreement_version_once UNIQUE (tenant_id, agreement_id, version),
    INDEX ix_agreement_version_by_client (tenant_id, client_id)
);
GRANT SELECT, INSERT ON signed_document TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON agreement_version TO '${appUser}'@'%';

--changeset remit:billing-work
--comment What billing keeps of the tickets service: the latest ruling of each work item, the latest state of each entry.
CREATE TABLE client_book (
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    PRIMARY KEY (client_id)
);
CREATE TABLE work_item (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    client_id BINARY(16) NULL,
    connection VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    title TEXT NULL,
    confidential BOOLEAN NOT NULL,
    ruling_id BINARY(16) NOT NULL,
    sequence INT NOT NULL,
    verdict VARCHAR(20) NOT NULL,
    planned_band VARCHAR(20) NULL,
    ruling_status VARCHAR(20) NOT NULL,
    item VARCHAR(255) NULL,
    cases MEDIUMBLOB NOT NULL,
    quantity BIGINT NULL,
    agreement_id BINARY(16) NULL,
    agreement_version INT NULL,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    reason TEXT NULL,
    ruled_at DATETIME(6) NOT NULL,
    awaits_quote BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_work_item_awaiting_quote (tenant_id, client_id, awaits_quote, id),
    INDEX ix_work_item_by_ticket (tenant_id, ticket_id)
);
CREATE TABLE ticket_state (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    called_off BOOLEAN NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE time_entry (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    revision BIGINT NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    work_item_id BINARY(16) NULL,
    client_id BINARY(16) NULL,
    site_code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    site_zone VARCHAR(64) NOT NULL,
    technician_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    technician_name VARCHAR(255) NOT NULL,
    work_type VARCHAR(255) NOT NULL,
    role VARCHAR(255) NULL,
    started_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6) NOT NULL,
    timeless BOOLEAN NOT NULL,
    worked_seconds BIGINT NULL,
    place VARCHAR(20) NULL,
    travel BOOLEAN NOT NULL,
    billable VARCHAR(20) NOT NULL,
    deleted BOOLEAN NOT NULL,
    unmapped VARCHAR(255) NULL,
    source_connection VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    source_external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    work_date DATE NOT NULL,
    known_at DATETIME(6) NOT NULL,
    settled BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_time_entry_unsettled (tenant_id, client_id, settled),
    INDEX ix_time_entry_by_visit (tenant_id, client_id, work_date, technician_id),
    INDEX ix_time_entry_by_work_item (tenant_id, work_item_id, settled),
    INDEX ix_time_entry_by_ticket (tenant_id, ticket_id, settled)
);
GRANT SELECT, INSERT, UPDATE ON client_book TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON ticket_state TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON work_item TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON time_entry TO '${appUser}'@'%';

--changeset remit:billing-work-names
--comment A source may name no kind of work, and nothing bounds the names that a platform gives to work and roles.
ALTER TABLE time_entry MODIFY work_type MEDIUMTEXT NULL, MODIFY role MEDIUMTEXT NULL;
