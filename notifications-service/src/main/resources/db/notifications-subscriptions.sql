--liquibase formatted sql

--changeset remit:notifications-subscriptions
--comment Who wants to be told what. An empty list of types or clients means all; failing_since is the first of the tries that all failed.
CREATE TABLE subscription (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    url VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    description VARCHAR(500) NULL,
    event_types LONGBLOB NOT NULL,
    clients LONGBLOB NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    failing_since DATETIME(6) NULL,
    created_at DATETIME(6) NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_subscription_by_tenant (tenant_id, id),
    CONSTRAINT ck_subscription_state CHECK (state IN ('ACTIVE', 'PAUSED', 'DISABLED'))
);
CREATE TABLE subscription_secret (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    subscription_id BINARY(16) NOT NULL,
    kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signing_key VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    made_at DATETIME(6) NOT NULL,
    signs_until DATETIME(6) NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_subscription_secret_by_subscription (tenant_id, subscription_id, id),
    CONSTRAINT fk_subscription_secret FOREIGN KEY (subscription_id) REFERENCES subscription (id),
    CONSTRAINT ck_subscription_secret_kind CHECK (kind IN ('SYMMETRIC', 'ED25519'))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON subscription TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON subscription_secret TO '${appUser}'@'%';
GRANT SELECT, DELETE ON subscription TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON subscription_secret TO '${eraserUser}'@'%';
