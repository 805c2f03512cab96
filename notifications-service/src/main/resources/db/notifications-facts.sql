--liquibase formatted sql

--changeset remit:notifications-facts
--comment What is kept of the other services' clients and tickets: the names that a receiver knows them by, and how urgent a ticket is.
CREATE TABLE client (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    code VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    name VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    approvers LONGBLOB NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_client_by_code (tenant_id, code)
);
CREATE TABLE ticket (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    connection VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    external_id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    priority VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    client_id BINARY(16) NULL,
    PRIMARY KEY (id),
    INDEX ix_ticket_by_tenant (tenant_id, id)
);
CREATE TABLE work_item (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    ticket_id BINARY(16) NOT NULL,
    title VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    PRIMARY KEY (id),
    INDEX ix_work_item_by_ticket (tenant_id, ticket_id, id)
);
GRANT SELECT, INSERT, UPDATE ON client TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON ticket TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON work_item TO '${appUser}'@'%';
GRANT SELECT, DELETE ON client TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON ticket TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON work_item TO '${eraserUser}'@'%';
