--liquibase formatted sql

--changeset remit:notifications
--comment What happened, as a receiver is told it; notification_subject counts what was told of each subject, and its row lock makes that gapless.
CREATE TABLE notification_subject (
    tenant_id BINARY(16) NOT NULL,
    subject_id BINARY(16) NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, subject_id)
);
CREATE TABLE notification (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_kind VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject_id BINARY(16) NOT NULL,
    sequence BIGINT NOT NULL,
    client_id BINARY(16) NULL,
    occurred_at DATETIME(6) NOT NULL,
    content LONGBLOB NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_notification_in_order UNIQUE (tenant_id, subject_id, sequence),
    INDEX ix_notification_by_time (tenant_id, occurred_at)
);
GRANT SELECT, INSERT, UPDATE ON notification_subject TO '${appUser}'@'%';
GRANT SELECT, INSERT, DELETE ON notification TO '${appUser}'@'%';
GRANT SELECT, DELETE ON notification_subject TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON notification TO '${eraserUser}'@'%';

--changeset remit:notifications-deliveries
--comment What one subscription is to be sent of one notification, and each try of it. A subject of which something waits has one row in the queue, so that its next delivery waits for the one before.
CREATE TABLE delivery (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    subscription_id BINARY(16) NOT NULL,
    notification_id BINARY(16) NOT NULL,
    subject_id BINARY(16) NOT NULL,
    sequence BIGINT NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts INT NOT NULL,
    failures INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_delivery_once UNIQUE (notification_id, subscription_id),
    INDEX ix_delivery_by_subscription (tenant_id, subscription_id, id),
    INDEX ix_delivery_by_state (tenant_id, subscription_id, state, id),
    INDEX ix_delivery_by_time (tenant_id, subscription_id, created_at),
    INDEX ix_delivery_in_order (tenant_id, subscription_id, subject_id, state, sequence),
    CONSTRAINT fk_delivery_subscription FOREIGN KEY (subscription_id) REFERENCES subscription (id),
    CONSTRAINT fk_delivery_notification FOREIGN KEY (notification_id) REFERENCES notification (id),
    CONSTRAINT ck_delivery_state CHECK (state IN ('WAITING', 'DELIVERED', 'FAILED'))
);
CREATE TABLE delivery_queue (
    tenant_id BINARY(16) NOT NULL,
    subscription_id BINARY(16) NOT NULL,
    subject_id BINARY(16) NOT NULL,
    due_at DATETIME(6) NOT NULL,
    lease BINARY(16) NULL,
    leased_until DATETIME(6) NULL,
    PRIMARY KEY (tenant_id, subscription_id, subject_id),
    INDEX ix_delivery_queue_by_due_time (tenant_id, subscription_id, due_at)
);
CREATE TABLE delivery_attempt (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    delivery_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    at DATETIME(6) NOT NULL,
    took_millis BIGINT NOT NULL,
    request LONGBLOB NOT NULL,
    status SMALLINT NULL,
    answer LONGBLOB NULL,
    failure VARCHAR(200) NULL,
    PRIMARY KEY (id),
    INDEX ix_delivery_attempt_by_delivery (tenant_id, delivery_id, number),
    CONSTRAINT fk_delivery_attempt FOREIGN KEY (delivery_id) REFERENCES delivery (id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery TO '${appUser}'@'%';
GRANT SELECT, INSERT, DELETE ON delivery_attempt TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON delivery_queue TO '${appUser}'@'%';
GRANT SELECT, DELETE ON delivery TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON delivery_queue TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON delivery_attempt TO '${eraserUser}'@'%';
