--liquibase formatted sql

--changeset kit:evidence
--comment For services that prove what they say: a chain of salted hashes for each ticket.
CREATE TABLE evidence_link (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    position INT NOT NULL,
    kind VARCHAR(30) NOT NULL,
    series VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    whole BOOLEAN NOT NULL,
    written_at DATETIME(6) NOT NULL,
    hash BINARY(32) NOT NULL,
    seal BINARY(32) NOT NULL,
    salt BINARY(16) NULL,
    payload LONGBLOB NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_evidence_link_in_order UNIQUE (tenant_id, ticket_id, position),
    INDEX ix_evidence_link_by_series (tenant_id, ticket_id, series, whole, position)
);
GRANT SELECT, INSERT ON evidence_link TO '${appUser}'@'%';

--changeset kit:evidence-erasure
GRANT SELECT, UPDATE (salt, payload, series) ON evidence_link TO '${eraserUser}'@'%';
