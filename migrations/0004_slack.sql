CREATE TABLE `slack_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`member_name` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE INDEX `slack_links_expires` ON `slack_links` (`expires_at`);--> statement-breakpoint
CREATE INDEX `contact_methods_value` ON `contact_methods` (`kind`,`value`);