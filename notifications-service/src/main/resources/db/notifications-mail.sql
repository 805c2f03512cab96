--liquibase formatted sql

--changeset remit:notifications-mail
--comment Who is written to about what, and what became of it. The same person is written to once about the same occasion; leases say who is at a mail.
CREATE TABLE person (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    name VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    roles LONGBLOB NOT NULL,
    active BOOLEAN NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_person_by_tenant (tenant_id, id)
);
CREATE TABLE mail_settings (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    from_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    reply_to VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    quiet_hours LONGBLOB NULL,
    quote_page VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    rules LONGBLOB NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_mail_settings_of_tenant UNIQUE (tenant_id)
);
CREATE TABLE mail_choice (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    switched_off LONGBLOB NOT NULL,
    language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_mail_choice_of_login UNIQUE (tenant_id, login)
);
CREATE TABLE client_mail_choice (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    switched_off LONGBLOB NOT NULL,
    language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_client_mail_choice_by_tenant (tenant_id, id)
);
CREATE TABLE mail (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    occasion VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    notification_id BINARY(16) NULL,
    extra LONGBLOB NULL,
    recipient_login VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    recipient_name VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    recipient_email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL,
    recipient_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    token VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due_at DATETIME(6) NOT NULL,
    attempts INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    ended_at DATETIME(6) NULL,
    reason VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NULL,
    lease BINARY(16) NULL,
    leased_until DATETIME(6) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_mail_once UNIQUE (tenant_id, occasion, recipient_email),
    INDEX ix_mail_by_time (tenant_id, id),
    INDEX ix_mail_by_due_time (state, tenant_id, due_at),
    CONSTRAINT fk_mail_notification FOREIGN KEY (notification_id) REFERENCES notification (id),
    CONSTRAINT ck_mail_state CHECK (state IN ('WAITING', 'SENT', 'DROPPED', 'FAILED'))
);
CREATE TABLE digest_schedule (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    since DATETIME(6) NOT NULL,
    due_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_digest_schedule_of_tenant UNIQUE (tenant_id),
    INDEX ix_digest_schedule_by_due_time (tenant_id, due_at)
);
GRANT SELECT, INSERT, UPDATE ON person TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON mail_settings TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON mail_choice TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON client_mail_choice TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO '${appUser}'@'%';
GRANT SELECT, INSERT, UPDATE ON digest_schedule TO '${appUser}'@'%';
GRANT SELECT, DELETE ON person TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON mail_settings TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON mail_choice TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON client_mail_choice TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON mail TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON digest_schedule TO '${eraserUser}'@'%';
