--liquibase formatted sql

--changeset remit:clients
CREATE TABLE client (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    code VARCHAR(64) NOT NULL COLLATE utf8mb4_0900_bin,
    name VARCHAR(200) NOT NULL,
    time_zone VARCHAR(64) NOT NULL COLLATE utf8mb4_0900_bin,
    currency CHAR(3) NOT NULL COLLATE utf8mb4_0900_bin,
    legal JSON,
    contacts JSON NOT NULL,
    revision INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_client_code UNIQUE (tenant_id, code),
    CONSTRAINT uq_client_of_tenant UNIQUE (tenant_id, id)
);
GRANT SELECT, INSERT, UPDATE ON client TO '${appUser}'@'%';
CREATE TABLE client_reference (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    connection VARCHAR(64) NOT NULL COLLATE utf8mb4_0900_bin,
    external_id VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    PRIMARY KEY (id),
    CONSTRAINT uq_client_reference_key UNIQUE (tenant_id, connection, external_id),
    INDEX ix_client_reference_client (tenant_id, client_id),
    CONSTRAINT fk_client_reference_of FOREIGN KEY (tenant_id, client_id) REFERENCES client (tenant_id, id)
);
GRANT SELECT, INSERT, DELETE ON client_reference TO '${appUser}'@'%';
CREATE TABLE site (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    code VARCHAR(64) NOT NULL COLLATE utf8mb4_0900_bin,
    name VARCHAR(200) NOT NULL,
    time_zone VARCHAR(64) NOT NULL COLLATE utf8mb4_0900_bin,
    external_refs JSON NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_site_code UNIQUE (tenant_id, client_id, code),
    CONSTRAINT fk_site_of FOREIGN KEY (tenant_id, client_id) REFERENCES client (tenant_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON site TO '${appUser}'@'%';
CREATE TABLE approver (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    username VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_as_ci,
    subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    name VARCHAR(200) NOT NULL,
    email VARCHAR(254) NOT NULL,
    active BOOLEAN NOT NULL,
    deputy_of VARCHAR(255) COLLATE utf8mb4_0900_bin,
    PRIMARY KEY (id),
    CONSTRAINT uq_approver_username UNIQUE (tenant_id, client_id, username),
    CONSTRAINT fk_approver_of FOREIGN KEY (tenant_id, client_id) REFERENCES client (tenant_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON approver TO '${appUser}'@'%';
CREATE TABLE approver_change (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    username VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    name VARCHAR(200) NOT NULL,
    email VARCHAR(254) NOT NULL,
    email_before VARCHAR(254),
    by_name VARCHAR(255),
    by_login VARCHAR(255) COLLATE utf8mb4_0900_bin,
    by_subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_approver_change_of_client (tenant_id, client_id, id),
    CONSTRAINT fk_approver_change_of FOREIGN KEY (tenant_id, client_id) REFERENCES client (tenant_id, id),
    CONSTRAINT ck_approver_change_kind CHECK (kind IN ('ADDED', 'CHANGED', 'DEACTIVATED', 'REACTIVATED', 'REMOVED'))
);
GRANT SELECT, INSERT ON approver_change TO '${appUser}'@'%';

--changeset remit:catalogue
CREATE TABLE catalogue_item (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    code VARCHAR(64) NOT NULL COLLATE utf8mb4_0900_bin,
    name VARCHAR(200) NOT NULL,
    category VARCHAR(64) COLLATE utf8mb4_0900_bin,
    meaning VARCHAR(500),
    matchers JSON NOT NULL,
    retired BOOLEAN NOT NULL,
    revision INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_catalogue_item_code UNIQUE (tenant_id, code)
);
GRANT SELECT, INSERT, UPDATE ON catalogue_item TO '${appUser}'@'%';

--changeset remit:agreements
CREATE TABLE agreement (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    master_id BINARY(16),
    title VARCHAR(200) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    INDEX ix_agreement_client (tenant_id, client_id),
    INDEX ix_agreement_master (tenant_id, master_id),
    CONSTRAINT uq_agreement_of_tenant UNIQUE (tenant_id, id),
    CONSTRAINT fk_agreement_to FOREIGN KEY (tenant_id, master_id) REFERENCES agreement (tenant_id, id),
    CONSTRAINT fk_agreement_of FOREIGN KEY (tenant_id, client_id) REFERENCES client (tenant_id, id)
);
GRANT SELECT, INSERT ON agreement TO '${appUser}'@'%';
CREATE TABLE agreement_version (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    agreement_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    state VARCHAR(16) NOT NULL,
    effective_from DATE NOT NULL,
    effective_to DATE,
    terms LONGBLOB NOT NULL,
    proposal INT NOT NULL,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    document_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    created_at DATETIME(6) NOT NULL,
    proposed_at DATETIME(6),
    activated_at DATETIME(6),
    adopted LONGBLOB,
    origin_template VARCHAR(64) COLLATE utf8mb4_0900_bin,
    origin_agreement_id BINARY(16),
    origin_version INT,
    origin_terms LONGBLOB,
    ended_at DATETIME(6),
    ended_by_name VARCHAR(255),
    ended_by_login VARCHAR(255) COLLATE utf8mb4_0900_bin,
    ended_by_subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    end_reason VARCHAR(1000),
    notice_given_on DATE,
    notice_form VARCHAR(40),
    revision INT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_agreement_version_number UNIQUE (tenant_id, agreement_id, number),
    CONSTRAINT uq_agreement_version_of_tenant UNIQUE (tenant_id, id),
    INDEX ix_agreement_version_range (tenant_id, client_id, effective_from),
    CONSTRAINT fk_agreement_version_of FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    CONSTRAINT ck_agreement_version_state CHECK (state IN ('DRAFT', 'DISCARDED', 'PROPOSED', 'SIGNED', 'TERMINATED', 'WITHDRAWN')),
    CONSTRAINT ck_agreement_version_range_order CHECK (effective_to IS NULL OR effective_to > effective_from),
    CONSTRAINT ck_agreement_version_hashes CHECK (
        (state IN ('DRAFT', 'DISCARDED') AND content_hash IS NULL AND document_hash IS NULL)
        OR (state = 'PROPOSED' AND content_hash IS NOT NULL AND document_hash IS NULL)
        OR (state IN ('SIGNED', 'TERMINATED', 'WITHDRAWN') AND content_hash IS NOT NULL AND document_hash IS NOT NULL)),
    CONSTRAINT ck_agreement_version_ending CHECK ((state IN ('TERMINATED', 'WITHDRAWN')) = (ended_at IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON agreement_version TO '${appUser}'@'%';
CREATE TABLE agreement_date (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    agreement_id BINARY(16) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    version INT NOT NULL,
    falls_on DATE NOT NULL,
    told_days INT,
    look_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_agreement_date_kind UNIQUE (tenant_id, agreement_id, kind),
    INDEX ix_agreement_date_falls_on (tenant_id, falls_on, id),
    INDEX ix_agreement_date_look_at (tenant_id, look_at, id),
    CONSTRAINT fk_agreement_date_of FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
    CONSTRAINT ck_agreement_date_kind_known CHECK (kind IN ('NOTICE', 'RENEWAL', 'END', 'HOLIDAYS'))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON agreement_date TO '${appUser}'@'%';

--changeset remit:volumes
CREATE TABLE volume_used (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    client_id BINARY(16) NOT NULL,
    volume VARCHAR(500) NOT NULL COLLATE utf8mb4_0900_bin,
    used BIGINT NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_volume_used UNIQUE (tenant_id, client_id, volume)
);
GRANT SELECT, INSERT, UPDATE ON volume_used TO '${appUser}'@'%';

--changeset remit:signed
-- What was signed can be added to and read, and nothing else: the application has no other right on these two tables.
CREATE TABLE agreement_document (
    hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    bytes LONGBLOB NOT NULL,
    stored_at DATETIME(6) NOT NULL,
    PRIMARY KEY (hash),
    CONSTRAINT ck_agreement_document_kind CHECK (kind IN ('CONTENT', 'PUBLISHED', 'READING_COPY', 'CHANGES'))
);
GRANT SELECT, INSERT ON agreement_document TO '${appUser}'@'%';
CREATE TABLE signature (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    version_id BINARY(16) NOT NULL,
    proposal INT NOT NULL,
    party VARCHAR(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    typed_name VARCHAR(200) NOT NULL,
    title VARCHAR(100) NOT NULL,
    email VARCHAR(254),
    username VARCHAR(255) COLLATE utf8mb4_0900_bin,
    subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    role VARCHAR(64) COLLATE utf8mb4_0900_bin,
    method VARCHAR(16) NOT NULL COLLATE utf8mb4_0900_bin,
    content_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    signed_at DATETIME(6),
    signed_on DATE,
    authority VARCHAR(500),
    file_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    file_name VARCHAR(200),
    file_media_type VARCHAR(40) COLLATE utf8mb4_0900_bin,
    file_size BIGINT,
    recorded_by_name VARCHAR(255),
    recorded_by_login VARCHAR(255) COLLATE utf8mb4_0900_bin,
    recorded_by_subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    recorded_by_role VARCHAR(64) COLLATE utf8mb4_0900_bin,
    recorded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_signature_party UNIQUE (tenant_id, version_id, proposal, party),
    CONSTRAINT fk_signature_of FOREIGN KEY (tenant_id, version_id) REFERENCES agreement_version (tenant_id, id),
    CONSTRAINT ck_signature_party_known CHECK (party IN ('MSP', 'CLIENT')),
    CONSTRAINT ck_signature_method CHECK (
        (method = 'API' AND username IS NOT NULL AND subject IS NOT NULL AND role IS NOT NULL AND signed_at IS NOT NULL
            AND signed_on IS NULL AND file_hash IS NULL)
        OR (method = 'PAPER' AND username IS NULL AND subject IS NULL AND role IS NULL AND signed_at IS NULL
            AND signed_on IS NOT NULL AND file_hash IS NOT NULL AND recorded_by_subject IS NOT NULL))
);
GRANT SELECT, INSERT ON signature TO '${appUser}'@'%';
CREATE TABLE cancellation_consent (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    version_id BINARY(16) NOT NULL,
    party VARCHAR(16) NOT NULL,
    round INT NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    name VARCHAR(255),
    title VARCHAR(100),
    login VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    subject VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    signed_on DATE,
    file_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
    consented_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_cancellation_consent_party UNIQUE (tenant_id, version_id, party, round),
    CONSTRAINT uq_cancellation_consent_of_tenant UNIQUE (tenant_id, id),
    CONSTRAINT fk_cancellation_consent_of FOREIGN KEY (tenant_id, version_id) REFERENCES agreement_version (tenant_id, id),
    CONSTRAINT ck_cancellation_consent_party_known CHECK (party IN ('MSP', 'CLIENT'))
);
GRANT SELECT, INSERT ON cancellation_consent TO '${appUser}'@'%';
CREATE TABLE consent_taken_back (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    consent_id BINARY(16) NOT NULL,
    login VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    subject VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    taken_back_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_consent_taken_back UNIQUE (tenant_id, consent_id),
    CONSTRAINT fk_consent_taken_back_of FOREIGN KEY (tenant_id, consent_id) REFERENCES cancellation_consent (tenant_id, id)
);
GRANT SELECT, INSERT ON consent_taken_back TO '${appUser}'@'%';
CREATE TABLE agreement_file (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    agreement_id BINARY(16) NOT NULL,
    hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(40) NOT NULL COLLATE utf8mb4_0900_bin,
    size BIGINT NOT NULL,
    sent_at DATETIME(6) NOT NULL,
    sent_by_name VARCHAR(255),
    sent_by_login VARCHAR(255) COLLATE utf8mb4_0900_bin,
    sent_by_subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    PRIMARY KEY (id),
    CONSTRAINT uq_agreement_file UNIQUE (tenant_id, agreement_id, hash),
    CONSTRAINT fk_agreement_file_of FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id)
);
GRANT SELECT, INSERT ON agreement_file TO '${appUser}'@'%';
-- The parts come before their file's row, whose hash and size are known when the last part is.
CREATE TABLE agreement_file_part (
    tenant_id BINARY(16) NOT NULL,
    file_id BINARY(16) NOT NULL,
    number INT NOT NULL,
    bytes MEDIUMBLOB NOT NULL,
    PRIMARY KEY (tenant_id, file_id, number)
);
GRANT SELECT, INSERT ON agreement_file_part TO '${appUser}'@'%';

--changeset remit:tenants
CREATE TABLE tenant (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    state VARCHAR(16) NOT NULL,
    state_reason VARCHAR(1000),
    owner_login VARCHAR(200) NOT NULL COLLATE utf8mb4_0900_bin,
    owner_first_name VARCHAR(100) NOT NULL,
    owner_last_name VARCHAR(100) NOT NULL,
    owner_email VARCHAR(254) NOT NULL,
    owner_subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    request_key VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    request_digest BINARY(32) NOT NULL,
    working_until DATETIME(6) NOT NULL DEFAULT '2000-01-01 00:00:00',
    revision INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_tenant_of_itself UNIQUE (tenant_id),
    CONSTRAINT uq_tenant_request_key UNIQUE (request_key),
    INDEX ix_tenant_unfinished (state, working_until),
    CONSTRAINT ck_tenant_of_itself CHECK (id = tenant_id),
    CONSTRAINT ck_tenant_kind CHECK (kind IN ('REAL', 'SANDBOX', 'LIVE_SANDBOX')),
    CONSTRAINT ck_tenant_state CHECK (state IN ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'ERASED'))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant TO '${appUser}'@'%';

--changeset remit:erasure
GRANT SELECT, DELETE ON client TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON client_reference TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON site TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON approver TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON approver_change TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON catalogue_item TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement_version TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement_date TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON volume_used TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement_document TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON signature TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON cancellation_consent TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON consent_taken_back TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement_file TO '${eraserUser}'@'%';
GRANT SELECT, DELETE ON agreement_file_part TO '${eraserUser}'@'%';
GRANT SELECT, UPDATE (owner_login, owner_first_name, owner_last_name, owner_email, owner_subject) ON tenant TO '${eraserUser}'@'%';

--changeset remit:keycloak-work
-- What is to do in Keycloak, for people and for the credentials of machine clients.
CREATE TABLE keycloak_work (
    tenant_id BINARY(16) NOT NULL,
    id BINARY(16) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    asked INT NOT NULL,
    due_at DATETIME(6),
    working_until DATETIME(6) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    INDEX ix_keycloak_work_due (due_at),
    CONSTRAINT ck_keycloak_work_kind CHECK (kind IN ('MACHINE_CREDENTIAL', 'PERSON', 'ORGANIZATION'))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON keycloak_work TO '${appUser}'@'%';
GRANT SELECT, DELETE ON keycloak_work TO '${eraserUser}'@'%';

--changeset remit:logo
CREATE TABLE logo (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    png MEDIUMBLOB NOT NULL,
    sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    width INT NOT NULL,
    height INT NOT NULL,
    revision INT NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_logo_of_tenant UNIQUE (tenant_id),
    CONSTRAINT ck_logo_of_tenant CHECK (id = tenant_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON logo TO '${appUser}'@'%';
GRANT SELECT, DELETE ON logo TO '${eraserUser}'@'%';

--changeset remit:machine-clients
CREATE TABLE machine_client (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    name VARCHAR(100) NOT NULL,
    role VARCHAR(20) NOT NULL,
    connection VARCHAR(40) COLLATE utf8mb4_0900_bin,
    revoked_at DATETIME(6),
    name_in_use VARCHAR(100) GENERATED ALWAYS AS (IF(revoked_at IS NULL, name, NULL)) STORED,
    revision INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_machine_client_name UNIQUE (tenant_id, name_in_use),
    INDEX ix_machine_client_tenant (tenant_id, id),
    CONSTRAINT ck_machine_client_role CHECK (role IN ('PSA_SYNC', 'FINANCE_PULL', 'INTEGRATOR')),
    CONSTRAINT ck_machine_client_connection CHECK ((role = 'PSA_SYNC') = (connection IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON machine_client TO '${appUser}'@'%';
GRANT SELECT, DELETE ON machine_client TO '${eraserUser}'@'%';
CREATE TABLE machine_credential (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    machine_client_id BINARY(16) NOT NULL,
    subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    ends_at DATETIME(6),
    request_key VARCHAR(255) NOT NULL COLLATE utf8mb4_0900_bin,
    request_digest BINARY(32) NOT NULL,
    revision INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_machine_credential_request UNIQUE (tenant_id, request_key),
    INDEX ix_machine_credential_client (tenant_id, machine_client_id, id),
    CONSTRAINT fk_machine_credential_client FOREIGN KEY (machine_client_id) REFERENCES machine_client (id)
);
GRANT SELECT, INSERT, UPDATE ON machine_credential TO '${appUser}'@'%';
GRANT SELECT, DELETE ON machine_credential TO '${eraserUser}'@'%';

--changeset remit:people
CREATE TABLE person (
    id BINARY(16) NOT NULL,
    tenant_id BINARY(16) NOT NULL,
    login VARCHAR(200) NOT NULL COLLATE utf8mb4_0900_bin,
    first_name VARCHAR(100) NOT NULL,
    last_name VARCHAR(100) NOT NULL,
    email VARCHAR(254) NOT NULL,
    roles VARCHAR(100) NOT NULL,
    client VARCHAR(64) COLLATE utf8mb4_0900_bin,
    subject VARCHAR(255) COLLATE utf8mb4_0900_bin,
    active BOOLEAN NOT NULL,
    state_reason VARCHAR(1000),
    changes INT NOT NULL,
    followed INT NOT NULL,
    request_key VARCHAR(255) COLLATE utf8mb4_0900_bin,
    request_digest BINARY(32),
    revision INT NOT NULL,
    created_at DATETIME(6) NOT NULL,
    updated_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_person_login UNIQUE (tenant_id, login),
    CONSTRAINT uq_person_request UNIQUE (tenant_id, request_key),
    INDEX ix_person_tenant (tenant_id, id),
    CONSTRAINT ck_person_client CHECK ((roles = 'CLIENT_APPROVER') = (client IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO '${appUser}'@'%';
GRANT SELECT, DELETE ON person TO '${eraserUser}'@'%';
