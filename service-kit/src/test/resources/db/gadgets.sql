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

--changeset gadgets:odd-gadget
CREATE TABLE odd_gadget (
    tenant_id BINARY(16) NOT NULL,
    code VARCHAR(10) NOT NULL,
    hash BINARY(32) NOT NULL,
    made_on DATE NOT NULL,
    spare BOOLEAN NOT NULL,
    weight INT NOT NULL,
    words TEXT NULL,
    notes JSON NULL,
    file LONGBLOB NULL,
    picture MEDIUMBLOB NULL,
    api_secret VARCHAR(40) NULL,
    refers_to BINARY(16) NULL,
    absent INT NULL,
    PRIMARY KEY (tenant_id, code)
);
CREATE TABLE big_gadget (
    tenant_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    bytes LONGBLOB NOT NULL,
    PRIMARY KEY (tenant_id, number)
);
GRANT SELECT, INSERT ON odd_gadget TO '${appUser}'@'%';
GRANT SELECT, INSERT ON big_gadget TO '${appUser}'@'%';

--changeset gadgets:erasure
GRANT SELECT, DELETE ON gadget TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON signed_gadget TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON odd_gadget TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON big_gadget TO '${eraserUser}'@'%';
