CREATE TABLE `watcher_news` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`event` text NOT NULL,
	`paged` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `watcher_news_created` ON `watcher_news` (`created_at`);