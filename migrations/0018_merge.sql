ALTER TABLE `incidents` ADD `merged_into_id` text;--> statement-breakpoint
ALTER TABLE `incidents` ADD `merged_into_number` integer;