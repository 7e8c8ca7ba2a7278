CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`rotated_at` integer NOT NULL,
	`last_read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_hash` ON `calendar_feeds` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_owner` ON `calendar_feeds` (`kind`,`target_id`,`owner_id`);--> statement-breakpoint
CREATE INDEX `schedule_overrides_user` ON `schedule_overrides` (`user_id`,`end_at`);