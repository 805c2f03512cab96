--liquibase formatted sql

--changeset remit:billing-exports
--comment finance_head counts a tenant's positions and batches; its row lock makes both gapless. A cut-off locks its lines in steps, each for good; it is under way until none is left.
CREATE TABLE finance_head (
    tenant_id BINARY(16) NOT NULL,
    position BIGINT NOT NULL,
    batch_number BIGINT NOT NULL,
    PRIMARY KEY (tenant_id)
);
CREATE TABLE cut_off (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    client_id BINARY(16) NULL,
    through_date DATE NOT NULL,
    made_at DATETIME(6) NOT NULL,
    made_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_cut_off_by_date (tenant_id, through_date),
    INDEX ix_cut_off_in_order (tenant_id, id)
);
CREATE TABLE cut_off_step (
    tenant_id BINARY(16) NOT NULL,
    cut_off_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    locked_lines INT NOT NULL,
    first_position BIGINT NULL,
    last_position BIGINT NULL,
    billed TEXT NOT NULL,
    PRIMARY KEY (tenant_id, cut_off_id, number)
);
CREATE TABLE cut_off_under_way (
    tenant_id BINARY(16) NOT NULL,
    cut_off_id BINARY(16) NOT NULL,
    steps INT NOT NULL,
    since DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, cut_off_id),
    INDEX ix_cut_off_under_way_by_since (tenant_id, since)
);
CREATE TABLE export_batch (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    number BIGINT NOT NULL,
    client_id BINARY(16) NULL,
    line_count INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    created_by VARCHAR(200) NOT NULL,
    csv_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    totals TEXT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_export_batch_number UNIQUE (tenant_id, number)
);
CREATE TABLE export_batch_part (
    tenant_id BINARY(16) NOT NULL,
    batch_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    csv LONGBLOB NOT NULL,
    PRIMARY KEY (tenant_id, batch_id, number)
);
CREATE TABLE batch_acknowledgement (
    tenant_id BINARY(16) NOT NULL,
    batch_id BINARY(16) NOT NULL,
    reference VARCHAR(255) NOT NULL,
    acknowledged_at DATETIME(6) NOT NULL,
    acknowledged_by VARCHAR(200) NOT NULL,
    PRIMARY KEY (batch_id)
);
GRANT SELECT, INSERT, UPDATE ON finance_head TO '${appUser}'@'%';
GRANT SELECT, INSERT ON cut_off TO '${appUser}'@'%';
GRANT SELECT, INSERT ON cut_off_step TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON cut_off_under_way TO '${appUser}'@'%';
GRANT SELECT, INSERT ON export_batch TO '${appUser}'@'%';
GRANT SELECT, INSERT ON export_batch_part TO '${appUser}'@'%';
GRANT SELECT, INSERT ON batch_acknowledgement TO '${appUser}'@'%';

--changeset remit:billing-erasure
GRANT SELECT, DELETE ON client TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON approver TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON signed_document TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement_version TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON client_book TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON work_item TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON ticket_state TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON time_entry TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON quote TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON quote_shown_entry TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON quote_catch_up TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON extra TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON billed_work TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON cap_notice TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON taken_volume TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON extra_event TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON ticket_chain TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON finance_head TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON cut_off TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON cut_off_step TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON cut_off_under_way TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON export_batch TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON export_batch_part TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON batch_acknowledgement TO '${eraserUser}'@'%';
