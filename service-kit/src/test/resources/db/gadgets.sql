--liquibase formatted sql

--changeset gadgets:gadget
CREATE TABLE gadget (
    id BINARY(16) NOT NULL PRIMARY KEY,
    tenant_id BINARY(16) NOT NULL,
    name VARCHAR(100) NOT NULL,
    made_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT uq_gadget_by_name UNIQUE (tenant_id, name)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON gadget TO '${appUser}'@'%';

--changeset gadgets:signed-gadget
CREATE TABLE signed_gadget (
    id BINARY(16) NOT NULL PRIMARY KEY,
    tenant_id BINARY(16) NOT NULL
);
GRANT SELECT, INSERT ON signed_gadget TO '${appUser}'@'%';
