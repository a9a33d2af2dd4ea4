-- Whom an advisory concerns, for those who receive it by mail.
ALTER TABLE advisory ADD COLUMN IF NOT EXISTS
	sectors     SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	            'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	            'online', 'research', 'other') NOT NULL DEFAULT ''  -- that it concerns; none: everybody
	AFTER links;
ALTER TABLE advisory_revision ADD COLUMN IF NOT EXISTS
	sectors       SET ('government', 'energy', 'transport', 'banking', 'finance', 'health', 'water',
	              'digital', 'ict', 'space', 'post', 'waste', 'chemicals', 'food', 'manufacturing',
	              'online', 'research', 'other') NOT NULL DEFAULT ''  -- that it concerns; none: everybody
	AFTER links;
