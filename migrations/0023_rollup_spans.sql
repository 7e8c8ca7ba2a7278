CREATE TABLE `rollup_span_cells` (
	`span` integer NOT NULL,
	`part` integer NOT NULL,
	`service_id` text NOT NULL,
	`team_id` text NOT NULL,
	`urgency` text NOT NULL,
	`priority` text NOT NULL,
	`measures` text NOT NULL,
	`days` text NOT NULL,
	PRIMARY KEY(`span`, `part`),
	FOREIGN KEY (`span`) REFERENCES `rollup_spans`(`span`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rollup_spans` (
	`span` integer PRIMARY KEY NOT NULL,
	`claimed_at` integer NOT NULL,
	`is_whole` integer NOT NULL
);
