ALTER TABLE `cover_requests` ADD `return_start_at` integer;--> statement-breakpoint
ALTER TABLE `cover_requests` ADD `return_end_at` integer;--> statement-breakpoint
ALTER TABLE `cover_requests` ADD `return_override_id` text;--> statement-breakpoint
ALTER TABLE `cover_requests` ADD `remind_at` integer;--> statement-breakpoint
CREATE INDEX `cover_requests_remind` ON `cover_requests` (`remind_at`) WHERE state = 'OPEN' AND remind_at IS NOT NULL;