-- People of the made-up country and how they sign in. Everybody knows their
-- password and their second factors: `belfry account demo` prints them.

INSERT INTO organisation (id, name, sector) VALUES
	(1, 'VEL-CIRT', 'government'),
	(2, 'Ministry of Digital Affairs of Velmora', 'government'),
	(3, 'International Telecommunication Union', 'international'),
	(4, 'Port Vel Savings Bank', 'finance')
ON DUPLICATE KEY UPDATE id = id;

INSERT INTO person (id, name, language, phone) VALUES
	(1, 'Amina Deriba', 'en', '+999 20 555 0111'),
	(2, 'Jonas Okello', 'en', '+999 20 555 0112'),
	(3, 'Leïla Haddad', 'fr', '+999 20 555 0113'),
	(4, 'Tomás Verdeja', 'en', '+999 20 555 0114'),
	(5, 'Ruth Abidemi', 'en', '+999 20 555 0115'),
	(6, 'Samir Tolani', 'ar', '+999 20 555 0120'),
	(7, 'Ingrid Solheim', 'en', NULL),
	(8, 'Grace Ndiaye', 'en', '+999 20 555 0140')
ON DUPLICATE KEY UPDATE id = id;

INSERT INTO membership (person_id, organisation_id, post) VALUES
	(1, 1, 'Duty lead'),
	(2, 1, 'Analyst'),
	(3, 1, 'Analyst'),
	(4, 1, 'Team manager'),
	(5, 1, 'Systems administrator'),
	(6, 2, 'Country project manager'),
	(7, 3, 'Programme manager'),
	(8, 4, 'Head of information security')
ON DUPLICATE KEY UPDATE person_id = person_id;

-- The password of all is: the harbour lamp burns all night
INSERT INTO account (id, person_id, email, email_key, password, factor, factor_set_at, created_at) VALUES
	(1, 1, 'amina.deriba@cirt.example', 'amina.deriba@cirt.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$mMXNlaLaz41JuNxdLQumPw$4UvTXffP3Xx+kjLgaPQbFoGuB+Oyf9BOyqJO6EAm5+k',
	 'JOEK5P7EBU7GENETLANSJDSTEU6LX56O', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
	(2, 2, 'jonas.okello@cirt.example', 'jonas.okello@cirt.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$m8pKx9irFzuSh7eCE9EqSA$ei2tujoX6Q1BoxE2d7FebS6t/kn/2tPZJncyd5CCt84',
	 'X6OJAYETKWB3K252KZY23TXIPMA5ZCWE', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
	(3, 3, 'leila.haddad@cirt.example', 'leila.haddad@cirt.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$mzUztiY9dH03u0SFFwh5+A$hj0eTmQbTPL9XXpBtLvrJmvo0fB48wi7AwrDsRDbTmY',
	 'DRFC25QL3DKPPOG2RKEQWU7QO4MFF2UA', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
	(4, 4, 'tomas.verdeja@cirt.example', 'tomas.verdeja@cirt.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$g8SddLk9Jl/iZ5Gjod3F2Q$VopoQnrPAjM2n/OsAhwI3jy7MdKzQFkh7/WVL+I68LQ',
	 'J25G5M5R5R3JOBMQ7D35D3QBEKEVXGIJ', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
	(5, 5, 'ruth.abidemi@cirt.example', 'ruth.abidemi@cirt.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$OXsiMN4x+ga8476086cIxQ$Jgy6Tjhp0ZLHyqWK8Vwei1qD1zUJhmPzonesRBoJ6+s',
	 'FHBUPFFQAHYIB7FEQLUQE6WR3ROPB5Q4', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
	(6, 6, 'samir.tolani@digital.gov.example', 'samir.tolani@digital.gov.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$jUfz7qR1RJbzAc8/24gFrQ$7umMqZMzVv1i5Am/p4B8CoMeNFjZ1gzhg+EU54YFv10',
	 'GI2B5MWOKYVENDZ52EH7VA3SGO62IRRO', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
	(7, 7, 'ingrid.solheim@programme.example', 'ingrid.solheim@programme.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$sa5/SMr2lTyeNpdSoC6xGQ$qvz02R1mOJ6mQ/smHNSlfr2sJeWrsQt6Poh8vQIwfeg',
	 'BBQWKZJKL3DXTBYBG6ZCSGLMH2UYZIX7', '2026-01-05 08:00:00', '2026-01-05 08:00:00'),
	(8, 8, 'grace.ndiaye@portbank.example', 'grace.ndiaye@portbank.example',
	 '$argon2id$v=19$m=19456,t=2,p=1$KovL8Zo2ZCKvuRtWR719wg$rFCkLStBPsiDs6UtAmDgnQVIbwtma6yNxhSQVGX2F/o',
	 NULL, NULL, '2026-01-05 08:00:00')
ON DUPLICATE KEY UPDATE id = id;

INSERT INTO account_role (account_id, role) VALUES
	(1, 'duty_lead'),
	(2, 'analyst'),
	(3, 'analyst'),
	(4, 'team_manager'),
	(5, 'administrator'),
	(6, 'country_manager'),
	(7, 'itu_manager'),
	(8, 'constituent')
ON DUPLICATE KEY UPDATE account_id = account_id;

-- Who is told of new reports.
INSERT IGNORE INTO duty (id, account_id, email, since_at) VALUES
	(1, 1, NULL, UTC_TIMESTAMP() - INTERVAL 3 HOUR),
	(2, NULL, 'duty@cirt.example', '2026-01-05 08:00:00');
